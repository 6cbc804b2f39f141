"""What a declared setting says of itself."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import FieldInfo, fields


def listed(table: Struct) -> list[FieldInfo]:
    """The settings of `table` as they are shown: whether it is on at all comes first."""
    return sorted(fields(table), key=lambda field: field.name != "enabled")


def described(field: FieldInfo) -> str:
    """What a field's declaration says of it, its choices included; empty when it says nothing."""
    parts = [*_descriptions(field.type), "One of: " + ", ".join(choices(field)) + "." if choices(field) else ""]
    return " ".join(filter(None, parts))


def choices(field: FieldInfo) -> tuple[str, ...]:
    """The values that a field may have, when they are few and named; else none."""
    return tuple(map(str, get_args(_bare(field.type)))) if get_origin(_bare(field.type)) is Literal else ()


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _descriptions(kind: Any) -> Iterator[str]:
    for meta in getattr(kind, "__metadata__", ()):
        if isinstance(meta, Meta) and meta.description:
            yield meta.description
