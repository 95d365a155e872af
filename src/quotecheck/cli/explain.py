"""``quotecheck explain``: what a code means, and what a policy makes of it."""

from __future__ import annotations

import argparse

from quotecheck.cli import exits, output

NAME = "explain"
HELP = "what a code means, with an example"
DESCRIPTION = """\
Say what a code means, with an example that has it and a near neighbour that has not.

Without CODE, all codes are listed. With --policy, what that policy makes of each code and why, and which foldings
are in force."""
EPILOG = """\
examples:
  quotecheck explain QC402
  quotecheck explain polarity
  quotecheck explain
  quotecheck explain --policy transcript"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("code", metavar="CODE", nargs="?", help="a code (QC402) or its name (polarity)")
    parser.add_argument("-p", "--policy", metavar="NAME", help="show what this policy makes of the codes")


def run(args: argparse.Namespace) -> int:
    """Explain; the exit code.

    Raises:
        UnknownCode: if there is no such code; the nearest one is named.
        UsageError: if there is no such policy.
    """
    from quotecheck.verdicts.explained import explain_policy
    from quotecheck.verdicts.policies import policy_named
    from quotecheck.verdicts.registry import explain, rule_for

    if args.code is None:
        text = explain_policy(args.policy) if args.policy else _catalogue()
    else:
        text = explain(args.code)
        if args.policy:
            policy = policy_named(args.policy)
            code = rule_for(args.code).code
            text = f"{text.rstrip()}\n\nUnder {policy.name} it is: {policy.severity(code).value}"
            text += f"\n{policy.reasons[code]}" if code in policy.reasons else ""
    output.write_line(text.rstrip("\n"))
    return exits.OK


def _catalogue() -> str:
    from quotecheck.verdicts.registry import FAMILIES

    lines: list[str] = []
    for family, rules in FAMILIES.items():
        lines += ["", family]
        lines += [f"  {rule.code.value}  {rule.name:26} {rule.severity.value:8} {rule.summary}" for rule in rules]
    return "\n".join(lines[1:])
