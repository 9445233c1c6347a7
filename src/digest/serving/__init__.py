"""The site on one's own machine, built again as its files change (``digest serve``).

The builder watches (``watching``) and builds; a process beside it (``aside``) answers the browser (``server``) and hands
on to the open pages what the builder says (``state``). Their script (``reload.js``) takes over what changed
(``patch.js``), or shows why nothing could be built (``panel.js``).
"""
