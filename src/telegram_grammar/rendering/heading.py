"""Format lines 1 to 10 in canonical form: one space between groups, one address a line (ACP 127 sections 138, 205)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from telegram_grammar.heading_checks import rule
from telegram_grammar.measures import LINE
from telegram_grammar.model import Addressee, Cable, DateTimeGroup, PrecedencePair, Readdressal, Transmission, Unread
from telegram_grammar.rendering.refusal import RenderError, one_line
from telegram_grammar.rendering.sheet import Sheet
from telegram_grammar.words import is_joined

__all__ = ["render_heading"]


def render_heading(cable: Cable, sheet: Sheet) -> None:
    """Format lines 1 to 10; of a readdressed message the supplementary heading before the original one."""
    if cable.transmission is not None:
        for part, lines in transmission_lines(cable.transmission):
            sheet.write(lines, part)
        sheet.write_unread("transmission")
    if cable.readdressal is not None:
        unread = "readdressal" in sheet.unread
        sheet.write(readdressal_lines(cable.readdressal), "readdressal")
        if unread:  # BT tells what stands above it from an address
            sheet.lines.append("BT")
    if cable.dtg is not None or cable.precedence is not None:
        line = date_line(cable.precedence, cable.dtg, cable.message_instructions, "dtg")
        sheet.write([line], "precedence", "message_instructions", "dtg")
    elif cable.message_instructions is not None:
        raise RenderError("message_instructions", "they follow a date-time group, and there is none")
    if cable.originator is not None:
        sheet.write([f"FM {one_line(cable.originator, 'originator')}"], "originator")
    for keyword, name in _ADDRESS_LISTS:
        sheet.write_each(address_lines(keyword, getattr(cable, name), name), name)
    if cable.accounting is not None:
        sheet.write(accounting_lines(one_line(cable.accounting, "accounting")), "accounting")


_ADDRESS_LISTS: Final = (("TO", "action"), ("INFO", "info"), ("XMT", "exempt"))


def accounting_lines(accounting: str) -> list[str]:
    """Format line 10; a symbol without a group count is told from an address by the separation behind it."""
    counted = rule("accounting").fullmatch(accounting)
    return [accounting] if counted else [accounting, "BT"]


def transmission_lines(transmission: Transmission) -> list[tuple[str, list[str]]]:
    """Format lines 1 to 4, each with the path of the part that it prints."""
    found: list[tuple[str, list[str]]] = []
    if transmission.identification is not None:
        path = "transmission.identification"
        found.append((path, [_printed(transmission.identification, path)]))
    if isinstance(transmission.routing, Unread):
        path = "transmission.routing"
        found.append((path, [_printed(transmission.routing, path)]))
    elif transmission.precedence is not None or transmission.routing:
        found.append(("transmission.routing", routing_lines(transmission.precedence, transmission.routing)))
    station = station_line(transmission)
    if station is not None:
        found.append(("transmission.station", [station]))
    security = security_line(transmission)
    if security is not None:
        found.append(("transmission.security", [security]))
    return found


def routing_lines(precedence: str | None, indicators: Sequence[str]) -> list[str]:
    """Format line 2, wrapped between routing indicators (ACP 127 sections 151 and 204)."""
    lines = [one_line(precedence, "transmission.precedence")] if precedence is not None else []
    for place, indicator in enumerate(indicators):
        one_line(indicator, f"transmission.routing[{place}]")
        if not lines or (place and len(lines[-1]) + 1 + len(indicator) > LINE):
            lines.append(indicator)
        else:
            lines[-1] = f"{lines[-1]} {indicator}"
    return lines


def station_line(transmission: Transmission) -> str | None:
    """Format line 3: DE, calling station, serial number, section, filing time (ACP 127 sections 115, 129, 208)."""
    station = transmission.station
    if isinstance(station, Unread):
        return _printed(station, "transmission.station")
    if station is None:
        if transmission.serial or transmission.section or transmission.filed:
            raise RenderError("transmission.station", "the station line has a serial number or time and no station")
        return None
    if transmission.serial is None or transmission.filed is None:
        raise RenderError("transmission.serial", "the station line needs serial number and filing time")
    section = f"/{transmission.section}" if transmission.section is not None else ""
    filed = transmission.filed
    return f"DE {station} #{transmission.serial}{section} {filed.day_of_year}{filed.time}"


def security_line(transmission: Transmission) -> str | None:
    """Format line 4: security warning, operating signals, service notes (ACP 127 sections 124, 203)."""
    security = transmission.security
    if isinstance(security, Unread):
        return _printed(security, "transmission.security")
    if security is None:
        if transmission.operating_signals:
            raise RenderError("transmission.operating_signals", "they follow a security warning, and there is none")
        return None
    signals = [
        one_line(signal, f"transmission.operating_signals[{place}]")
        for place, signal in enumerate(transmission.operating_signals)
    ]
    return " ".join([security.signal, security.designator, *signals])


def date_line(
    precedence: PrecedencePair | None, dtg: DateTimeGroup | Unread | None, instructions: str | None, attribute: str
) -> str:
    """Format line 5: precedence, date and time, message instructions (ACP 127 sections 113, 150-152)."""
    if isinstance(dtg, Unread):
        if precedence is not None or instructions is not None:
            raise RenderError(attribute, "a line that could not be read has neither precedence nor instructions")
        return _printed(dtg, attribute)
    if dtg is None:
        raise RenderError("precedence", "it precedes a date-time group, and there is none")
    prosigns = [precedence.action.prosign] if precedence else []
    if precedence and precedence.info:
        prosigns.append(precedence.info.prosign)
    groups = [*prosigns, f"{dtg.day}{dtg.time}{dtg.zone}", dtg.month]
    if dtg.year is not None:
        groups.append(dtg.year)
    if instructions is not None:
        groups.append(one_line(instructions, "message_instructions"))
    return " ".join(groups)


def address_lines(keyword: str, addressees: Iterable[Addressee | Unread], attribute: str) -> list[str]:
    """Format lines 7, 8 or 9: the keyword on the first line alone (ACP 127 sections 205-206)."""
    lines: list[str] = []
    for addressee in addressees:
        if isinstance(addressee, Unread):
            lines.append(_printed(addressee, f"{attribute}[{len(lines)}]"))
        else:
            address = address_line(addressee, attribute, len(lines))
            lines.append(address if lines else f"{keyword} {address}")
    return lines


def address_line(addressee: Addressee, attribute: str, place: int) -> str:
    """One address: routing indicator, name, offices, precedence, numbers (5 FAH-2 H-321)."""
    line = addressee.name
    if not is_joined(line):
        one_line(line, f"{attribute}[{place}].name")
    if addressee.routing_indicator is not None:
        line = f"{addressee.routing_indicator}/{line}"
    if addressee.delivered:
        if addressee.routing_indicator is not None:
            path = f"{attribute}[{place}].routing_indicator"
            raise RenderError(path, "ZEN stands in the place of a routing indicator")
        line = f"ZEN/{line}"
    if addressee.offices == ("",):
        line += "//"
    elif addressee.offices:
        path = f"{attribute}[{place}].offices"
        line += f"//{'//'.join(one_line(office, path) for office in addressee.offices)}//"
    if addressee.precedence is not None:
        line += f" {one_line(addressee.precedence, f'{attribute}[{place}].precedence')}"
    return line if addressee.numbers is None else f"{line} {addressee.numbers}"


def readdressal_lines(readdressal: Readdressal) -> list[str]:
    """The supplementary heading of a readdressal (ACP 127 section 503)."""
    lines = []
    if readdressal.dtg is not None or readdressal.precedence is not None:
        instructions = readdressal.message_instructions
        lines.append(date_line(readdressal.precedence, readdressal.dtg, instructions, "readdressal.dtg"))
    if readdressal.originator is not None:
        lines.append(f"FM {one_line(readdressal.originator, 'readdressal.originator')}")
    for keyword, name in _ADDRESS_LISTS:
        lines += address_lines(keyword, getattr(readdressal, name), f"readdressal.{name}")
    return lines


def _printed(value: str | Unread, attribute: str) -> str:
    """A value that is one line, read or not."""
    return one_line(value.text if isinstance(value, Unread) else value, attribute)
