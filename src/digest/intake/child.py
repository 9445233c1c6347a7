"""The process that reads one file from strangers: words and its bytes come in, what was found goes out as JSON.

It has little time and little memory, so that no file can take those of the machine. Only here are the libraries
imported that read such files.
"""

import gc
import pickle
import sys
from gettext import bindtextdomain, gettext, textdomain
from importlib import import_module

from digest.intake.archive import RefusedError, open_archive
from digest.intake.kinds import LOCKED, FileKind, kind_of, kind_of_archive
from digest.intake.wire import to_json
from digest.model.intake import ReadFile
from digest.model.problem import problem
from digest.model.vocabulary import DocumentWords

READERS = {
    "docx": ("digest.intake.docx", "read_docx"),
    "flat": ("digest.intake.docx", "read_flat"),
    "ofd": ("digest.intake.ofd", "read_ofd"),
    "html": ("digest.intake.html", "read_html"),
    "pdf": ("digest.intake.pdf", "read_pdf"),
    "text": ("digest.intake.plain", "read_plain"),
}
"""Who reads a kind: a function of (data: bytes, name: str) that gives a ReadFile, imported when it is needed. That of web pages
is told the words of documents, too."""

MOST_TEXT = 8_000_000  # bytes; as much as is read of the text of a policy


def read(data: bytes, name: str, words: DocumentWords) -> ReadFile:
    """What a file holds, whatever it is. Problems: those of its reader; A101 of another kind, A102 locked, A106 out of
    memory, A107 unreadable, A108 a library is missing, A111 no words."""
    try:
        kind = kind_of(data)
        if kind.reader == "zip":
            kind = kind_of_archive(open_archive(data, name))
        return _checked(_read(kind, data, name, words), name)
    except RefusedError as refused:
        return ReadFile(None, (refused.found,))
    except MemoryError:
        pass  # what the reader held is given back at the end of this block; only then is there room for an answer
    except ModuleNotFoundError as missing:
        return ReadFile(None, (problem("A108", name, library=missing.name or ""),))
    except Exception as error:  # noqa: BLE001 # whatever a damaged file does to a reader, the editor gets one line
        return ReadFile(None, (problem("A107", name, reason=type(error).__name__),))
    return ReadFile(None, (problem("A106", name, limit=MEMORY // 1_000_000),))


def main() -> None:
    """Read the pickled words and the bytes of standard input; the arguments are the file's name, the seconds, and the folder of
    messages."""
    name, seconds, messages = sys.argv[1:]
    _limit(int(seconds))
    gc.disable()  # a tree of XML has no cycles, and this process ends soon
    bindtextdomain(textdomain(), messages)
    words = pickle.load(sys.stdin.buffer)  # noqa: S301 # the program's own, from the process that started this one
    sys.stdout.buffer.write(to_json(read(sys.stdin.buffer.read(), name, words)))


MEMORY = 512_000_000  # bytes of address space


def _read(kind: FileKind, data: bytes, name: str, words: DocumentWords) -> ReadFile:
    if kind.reader in READERS:
        module, function = READERS[kind.reader]
        told = (words,) if kind.reader == "html" else ()
        found: ReadFile = getattr(import_module(module), function)(data, name, *told)
        return found
    if kind.reader == LOCKED:
        return ReadFile(None, (problem("A102", name),))
    return ReadFile(None, (problem("A101", name, found=gettext(kind.words)),))


def _checked(found: ReadFile, name: str) -> ReadFile:
    """What was found, unless there are no words, or too many."""
    if found.taken is None:
        return found
    if not found.taken.text.strip():
        return ReadFile(None, (problem("A111", name),))
    if (size := len(found.taken.text.encode())) > MOST_TEXT:
        return ReadFile(None, (problem("R007", name, size=size, limit=MOST_TEXT),))
    return found


def _limit(seconds: int) -> None:
    """Keep this process to its time and memory, where the system can: Windows has neither limit."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, MEMORY, MEMORY), (resource.RLIMIT_CPU, seconds, seconds + 1))
    for what, soft, hard in limits:
        try:
            resource.setrlimit(what, (soft, hard))
        except (OSError, ValueError):  # macOS does not limit address space
            continue


if __name__ == "__main__":
    main()
