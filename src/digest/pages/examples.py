"""One example in each of four languages: the ten highest caps of a site, with their places and addresses. Tests run them."""

from typing import NamedTuple

SITE = "https://digest.invalid/"
"""What stands for the address of the site in the programs."""


class Example(NamedTuple):
    """An example: its ``language`` as Pygments calls it, the word that heads it (``data.example.<name>``), the program."""

    name: str
    language: str
    code: str

    def at(self, base_url: str) -> str:
        """The program for the data of a site."""
        return self.code.replace(SITE, base_url)


EXAMPLES = (
    Example(
        "python",
        "python",
        r"""import csv, io
from urllib.request import urlopen

site = "https://digest.invalid/"

def table(name):
    with urlopen(f"{site}data/{name}.csv") as answer:
        return list(csv.DictReader(io.TextIOWrapper(answer, "utf-8-sig", newline="")))

places = {row["id"]: row["jurisdiction_en"] for row in table("documents")}
addresses = {(row["doc"], row["id"]): row["url"] for row in table("clauses")}
caps = [row for row in table("caps") if row["currency"] == "CNY"]
caps.sort(key=lambda row: -int(row["amount_yuan"]))
for row in caps[:10]:
    print(row["amount_yuan"], row["scope"], places[row["doc"]], addresses[row["doc"], row["clause"]], sep="\t")
""",
    ),
    Example(
        "r",
        "r",
        r"""site <- "https://digest.invalid/"
table <- function(name) read.csv(
  paste0(site, "data/", name, ".csv"),
  fileEncoding = "UTF-8-BOM", colClasses = "character" # else clause 7.10 becomes the number 7.1
)

documents <- table("documents")
clauses <- table("clauses")
caps <- subset(table("caps"), currency == "CNY")
caps <- head(caps[order(-as.numeric(caps$amount_yuan)), ], 10)
place <- documents$jurisdiction_en[match(caps$doc, documents$id)]
address <- clauses$url[match(paste(caps$doc, caps$clause), paste(clauses$doc, clauses$id))]
cat(paste(caps$amount_yuan, caps$scope, place, address, sep = "\t"), sep = "\n")
""",
    ),
    Example(
        "sql",
        "sql",
        """SELECT caps.amount_yuan, caps.scope, documents.jurisdiction_en, clauses.url
FROM caps
JOIN documents ON documents.id = caps.doc
JOIN clauses ON clauses.doc = caps.doc AND clauses.id = caps.clause
WHERE caps.currency = 'CNY'
ORDER BY caps.amount_yuan DESC, caps.rowid
LIMIT 10;
""",
    ),
    Example(
        "curl",
        "sh",
        """curl --fail --remote-name "https://digest.invalid/data/digest.sqlite"
curl --fail --remote-name-all "https://digest.invalid/data/{caps,tiers,stages}.jsonl"
""",
    ),
)
