#!/usr/bin/python3
"""Writes exports/ from households/*.txt and the crowd; --check only compares, and ends with 1 on a difference."""

import argparse
import pathlib
import sys

import crowd
import layouts
import resources
import story
import writers

HERE = pathlib.Path(__file__).parent
PUBLISHED = "chiiki/kaigo_kohyo_seed5.csv"  # real open data, as published: not ours to make


def disability_rows(crowd_rows):
    told = [(kind, layouts.SHOGAI[kind], row) for kind in "KSP" for row in story.rows("shogai." + kind, layouts.SHOGAI[kind])]
    return told + crowd_rows


def children(crowd_objects):
    return [story.tree(values) for name, values in story.read_blocks() if name == "kodomo"] + crowd_objects


def exports():
    """{relative path: bytes}; the clock stands at 2026-04-10 morning."""
    many = crowd.everybody()
    kaigo = story.rows("kaigo", layouts.KAIGO) + many["kaigo"]
    konkyu = story.rows("konkyu", layouts.KONKYU) + many["konkyu"]
    zeimu = story.rows("zeimu", layouts.KONKYU) + many["zeimu"]
    return {
        "shien-sochi/SHIENSOCHI_20260410080000.csv": writers.kaigo_csv(layouts.REGISTER, story.rows("register", layouts.REGISTER)),
        "kaigo/KAIGO_SODAN_20260410083000.csv": writers.kaigo_csv(layouts.KAIGO, kaigo),
        "kaigo-life/SERVICE_USER_INFO_20260410083500.csv": writers.life_csv(
            "SERVICE_USER_INFO", layouts.LIFE, layouts.LIFE_NUMBERS, story.rows("life", layouts.LIFE)),
        "kaigo-plan/UP2KYO_202604_0990000001_0990000019_20260410084000.CSV": writers.kaigo_csv(
            layouts.CARE_PLAN, story.rows("carePlan", layouts.CARE_PLAN)),
        "shogai/SHOGAI_20260410084500.csv": writers.record_types("092148", "20260410084500", disability_rows(many["shogai"])),
        "kodomo/KODOMO_20260410090000.jsonl": writers.json_lines(children(many["kodomo"])),
        "konkyu/KONKYU_20260410091500.txt": writers.unicode_text("自立相談支援 相談一覧（令和8年4月10日現在）", layouts.KONKYU, konkyu),
        "konkyu-tax/ZEIMU_20260410092000.txt": writers.unicode_text("収納担当 引継ぎ一覧", layouts.KONKYU, zeimu),
        "chiiki-shigen/shigen_20260410.csv": writers.bom_csv(layouts.RESOURCES, resources.rows()),
    }


def differs(folder, made):
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    wrong = {path for path, data in made.items() if path not in there or (folder / path).read_bytes() != data}
    return sorted(wrong | (there - set(made) - {PUBLISHED}))


def write(folder, made):
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "exports")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    if not asked.check:
        return write(asked.out, exports())
    wrong = differs(asked.out, exports())
    for path in wrong:
        print(f"{path}: not what make_exports.py makes; run it without --check", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
