"""So many cases more in a daemon's store, as ten years of them would stand there: with persons, households, referrals,
plans, what befell them, monitorings. Their sealed columns hold noise: nobody opens them, they are what everything else is
found among. The daemon is not running meanwhile."""

import os
import sqlite3
import time

YEARS = 10
DAY = 86_400_000
DESKS = ("nikon-houkatsu", "kikan-soudan", "sakutomo-marugoto")
NOISE = os.urandom(120)
ONE_IN = 2  # cases of which one has a plan

TABLES = {
    "households": ("id", "uuid", "created_at"),
    "persons": ("id", "uuid", "created_at"),
    "household_members": ("household", "person", "strength", "evidence", "made_at", "made_by"),
    "cases": ("id", "uuid", "household", "status", "opened_at", "closed_at", "changed_at", "body"),
    "case_events": ("case_id", "at", "from_state", "to_state"),
    "case_persons": ("case_id", "person", "focus"),
    "referrals": ("id", "uuid", "case_id", "person", "from_desk", "to_desk", "reason", "legal_basis", "status",
                  "correlation", "origin", "created_at", "changed_at", "body"),
    "referral_events": ("referral", "at", "actor", "from_status", "to_status", "reason"),
    "plans": ("id", "uuid", "case_id", "kind", "state", "revision", "edition", "has_goals", "cycle", "due", "created_at",
              "changed_at"),
    "plan_events": ("uuid", "plan", "revision", "event", "from_state", "to_state", "content", "actor", "at", "body"),
    "support_decisions": ("uuid", "plan", "decided_on", "officer", "made_at", "document"),
    "plan_roles": ("uuid", "plan", "agency", "lead", "back", "since", "set_by", "task"),
    "monitorings": ("uuid", "plan", "held_on", "proposal", "next_due", "officer", "made_at", "note"),
}
REFERRAL = (("proposed", "sent"), ("sent", "received"), ("received", "accepted"))
PLAN = (("draft", "", "draft"), ("decide", "draft", "agreed"), ("start", "agreed", "active"), ("end", "active", "ended"))


def uuid_of(table, number):
    """In the order of their making, as UUIDv7 is."""
    return number.to_bytes(8, "big") + table.to_bytes(1, "big") + os.urandom(7)


def day_of(at):
    return time.strftime("%Y-%m-%d", time.gmtime(at / 1000))


def rows_of(number, at, ended):
    """Of the case of that number, opened at `at`: table and row."""
    desk = DESKS[number % len(DESKS)]
    closed = at + 200 * DAY if ended else None
    yield "households", (number, uuid_of(1, number), at)
    yield "persons", (number, uuid_of(2, number), at)
    yield "household_members", (number, number, 2, "address", at, "linkage/4")
    yield "cases", (number, uuid_of(4, number), number, "closed" if ended else "active", at, closed, at, NOISE)
    yield "case_events", (number, at, "", "received")
    if ended:
        yield "case_events", (number, closed, "active", "closed")
    yield "case_persons", (number, number, 1)
    yield "referrals", (number, uuid_of(5, number), number, number, "nikon-houkatsu", desk, "", "consent", "accepted",
                        f"c{number}", uuid_of(6, number), at, at + 3 * DAY, NOISE)
    for step, (before, after) in enumerate(REFERRAL):
        yield "referral_events", (number, at + step * DAY, "system", before, after, "")
    if number % ONE_IN:
        return
    yield "plans", (number, uuid_of(7, number), number, "takikan", "ended" if ended else "active", 4, 1, 1, "P3M",
                    day_of(at + 110 * DAY), at + 10 * DAY, at + 200 * DAY)
    for step, (event, before, after) in enumerate(PLAN if ended else PLAN[:3]):
        yield "plan_events", (uuid_of(8 + step, number), number, step + 1, event, before, after, int(step == 0),
                              "officer/sato", at + (10 + 10 * step) * DAY, NOISE)
    yield "support_decisions", (uuid_of(12, number), number, day_of(at + 20 * DAY), "officer/sato", at + 20 * DAY, NOISE[:40])
    for lead in (1, 0):
        yield "plan_roles", (uuid_of(13 + lead, number), number, desk, lead, 0, at + 10 * DAY, "officer/sato", NOISE[:60])
    for month in (3, 6):
        yield "monitorings", (uuid_of(15 + month, number), number, day_of(at + 30 * month * DAY), "continue",
                              day_of(at + 30 * (month + 3) * DAY), "officer/sato", at, NOISE[:80])


def add_cases(store, count, now_ms):
    """The last tenth of them is still open."""
    with sqlite3.connect(store) as database:
        for pragma in ("synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
            database.execute("PRAGMA " + pragma)
        insert = {table: f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
                  for table, columns in TABLES.items()}
        first = 1 + max(database.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
                        for table in ("households", "persons", "cases", "referrals", "plans"))
        step = YEARS * 365 * DAY / count
        waiting = {table: [] for table in TABLES}
        for number in range(count):
            at = int(now_ms - (count - number) * step)
            for table, row in rows_of(first + number, at, number < count * 9 // 10):
                waiting[table].append(row)
            if number % 20_000 == 19_999 or number == count - 1:
                for table, rows in waiting.items():
                    database.executemany(insert[table], rows)
                    rows.clear()
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
