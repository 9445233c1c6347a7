"""What is taken from a file as somebody received it: the words of a policy, and what the file says about them besides."""

from typing import NamedTuple

from digest.model.problem import Problem


class Clue(NamedTuple):
    """Something that a file states about the policy beside its words.

    ``field`` is a table of policy.toml (``title_zh``, ``number``, ``issuers``, ``made``, ``published``, ``effective``,
    ``expires``, ``status``) or ``source_url``; ``value`` is as the file has it, without white space around it; ``origin``
    names the place in the file for people, such as ``ArticleTitle`` or ``发文字号``.
    """

    field: str
    value: str
    origin: str


class TextChange(NamedTuple):
    """Characters that the text has otherwise than the file. ``line`` counts from 1 in the text; where nothing is put in
    the place of ``was``, it is the line that follows. ``why`` says in English, for people, what it was: a msgid.
    """

    line: int
    was: str
    now: str
    why: str


class ReceivedWords(NamedTuple):
    """The words of a policy as they were in a file.

    ``kind`` is ``html``, ``docx``, ``pdf``, ``ofd`` or ``text``. ``text`` has a line for each paragraph and ends with a
    line feed; cells of a row of a table are parted by tabs.
    """

    kind: str
    text: str
    clues: tuple[Clue, ...]
    changes: tuple[TextChange, ...]


class ReadFile(NamedTuple):
    """What was taken, or None with the reasons; warnings and notes may accompany a text."""

    taken: ReceivedWords | None
    problems: tuple[Problem, ...]
