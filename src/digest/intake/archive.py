"""ZIP files and XML from strangers: what is too large, too deep or leads outside is refused before it is read."""

import codecs
import io
import zipfile
import zlib
from gettext import gettext
from typing import NamedTuple
from xml.etree import ElementTree as ET

from digest.model.problem import Problem, problem

MOST_MEMBERS = 2_000
MOST_BYTES = 64_000_000  # of all members, unpacked
MOST_RATIO = 200  # unpacked to packed, of a member
DEEPEST = 200  # elements inside each other; a text box in a table in a text box has some fifty

_NO_MEMORY = 1  # expat's name for it
_SMALL = 100_000  # bytes; a short member of blanks may be packed well without harm
_MEMBER = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


class RefusedError(Exception):
    """A file that is not read, with the Problem that says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.found = found


class Archive(NamedTuple):
    """A ZIP file whose members are few, small, open and named inside it. ``name`` is the file's, for messages."""

    name: str
    zipped: zipfile.ZipFile
    members: frozenset[str]

    def read(self, member: str) -> bytes:
        """The bytes of a member. Raises RefusedError: A103 missing or damaged, A104 a ratio like that of a bomb."""
        if member not in self.members:
            raise _damaged(self.name, gettext("{member} is missing").format(member=member))
        info = self.zipped.getinfo(member)
        if info.file_size > max(_SMALL, MOST_RATIO * info.compress_size):
            reason = gettext("{member} is packed more than {limit} times").format(
                member=member, limit=MOST_RATIO
            )
            raise _trap(self.name, reason)
        try:
            return self.zipped.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise _damaged(self.name, gettext("{member} cannot be unpacked").format(member=member)) from error

    def xml(self, member: str) -> ET.Element:
        """The root of a member, as ``parse_xml`` gives it."""
        return parse_xml(self.read(member), self.name, member)


def open_archive(data: bytes, name: str) -> Archive:
    """The archive that some bytes are. Raises RefusedError: A102 encrypted, A103 damaged, A104 a trap."""
    many = gettext("it has more than {limit} members").format(limit=MOST_MEMBERS)
    if data.count(_MEMBER) > 2 * MOST_MEMBERS:  # before a list of them fills the memory
        raise _trap(name, many)
    try:
        zipped = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _damaged(name, gettext("its list of contents is missing or broken")) from error
    infos = zipped.infolist()
    names = [info.filename for info in infos]
    if len(infos) > MOST_MEMBERS:
        raise _trap(name, many)
    if sum(info.file_size for info in infos) > MOST_BYTES:
        reason = gettext("it unpacks to more than {limit} MB").format(limit=MOST_BYTES // 1_000_000)
        raise _trap(name, reason)
    if outside := next((each for each in names if _leads_outside(each)), None):
        reason = gettext("the name of a member leads outside it: {member}").format(member=ascii(outside[:60]))
        raise _trap(name, reason)
    if len(set(names)) < len(names):
        raise _trap(name, gettext("two members have the same name"))
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise RefusedError(problem("A102", name))
    if any(info.compress_type not in _METHODS for info in infos):
        raise _damaged(name, gettext("it is packed in an unusual way"))
    return Archive(name, zipped, frozenset(names))


def parse_xml(data: bytes, name: str, member: str) -> ET.Element:
    """The root of an XML document in UTF-8 or UTF-16; tags and attributes have no namespaces: Word, WPS and the strict
    form of the standard differ in these only.

    Raises RefusedError: A103 no XML, A104 a DOCTYPE (with it entities) or elements nested too deep.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"<!DOCTYPE" in (data.replace(b"\0", b"") if wide else data):
        raise _trap(name, gettext("{member} has a DOCTYPE").format(member=member))
    # An encoding that the document itself chooses could hide the DOCTYPE.
    parser = ET.XMLParser(encoding=None if wide else "utf-8")  # noqa: S314 # there are no entities
    try:
        parser.feed(data)
        root: ET.Element = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        if isinstance(error, ET.ParseError) and error.code == _NO_MEMORY:
            raise MemoryError from error
        raise _damaged(name, gettext("{member} is not valid XML").format(member=member)) from error
    if not _made_local(root):
        deep = gettext("{member} has more than {limit} elements inside each other")
        raise _trap(name, deep.format(member=member, limit=DEEPEST))
    return root


class _Local(dict[str, str]):
    """Names without their namespaces."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition("}")[2]
        return self[name]


def _made_local(root: ET.Element) -> bool:
    """Take the namespaces off a tree; False where it is too deep."""
    local = _Local()
    level = [root]
    for _ in range(DEEPEST):
        for element in level:
            element.tag = local[element.tag]
            if attributes := element.attrib:
                known = {local[key]: value for key, value in attributes.items()}
                attributes.clear()
                attributes.update(known)
        level = [child for element in level for child in element]
        if not level:
            return True
    return False


def _leads_outside(member: str) -> bool:
    """Whether a name is absolute, of another drive, or climbs."""
    parts = member.replace("\\", "/").split("/")
    return member.startswith(("/", "\\")) or ":" in parts[0] or ".." in parts or "\0" in member


def _damaged(name: str, reason: str) -> RefusedError:
    return RefusedError(problem("A103", name, reason=reason))


def _trap(name: str, reason: str) -> RefusedError:
    return RefusedError(problem("A104", name, reason=reason))
