"""Texts nobody would write, made of the pieces that mean something to the parser."""

from hypothesis import strategies as st

_PIECES = st.sampled_from([
    "一、", "二、", "三、", "（一）", "（二）", "(三)", "1.", "2.", "12﹒", "（1）", "①", "②", "第一章", "第二章 ", "第三节",
    "第一条 ", "第二条", "第十五条之一", "——", "专栏1：", "附件", "附件：", "目录", "起草说明：", "注：", "[0: ", "]",
    "[bookmark: x]", "关于印发《某办法》的通知", "2021年7月9日", "某市人民政府", "总则", "支持企业。", "对企业给予补贴",
    "，", "。", "；", "：", "\n", "\r\n", "\n\n", "\u3000\u3000", "\t", " ", "**", "# ", "《", "》", "共三条", "\ufeff",
    "“", "”", "修改为：", "\f", "— 1 —", "1/2", "某市公报\n", "\u200b", "⼀、", "| ", "30%", "100万元\n", "级别\n", "附件1：申请表\n",
    "五，", "第一条所称", "（一）、（二）项", "附则\n", "---\n", "title: 甲\n", "<p>", "https://a.cn 1/2\n", "2024/1/1 10:00 甲\n",
])  # fmt: skip
ODD_TEXTS = st.lists(_PIECES | st.text(max_size=4), max_size=40).map("".join)
