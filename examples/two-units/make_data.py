"""Makes the bookings of two ferry lines that never were: each in its own raw format, and both in the shared one."""

import random
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

BERLIN, HELSINKI = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Helsinki")
random.seed(3)


def booking(number):
    age = random.randint(18, 80)
    cabin = random.choice(["inside", "outside", ""])
    cents = random.randint(2_000, 140_000)
    adults, children = random.randint(1, 3), random.choice([0, 0, 0, 1, 2])
    departs = datetime(2024, 1, 2, 18, 30, tzinfo=timezone.utc) + timedelta(days=random.randint(0, 360))
    chance = 0.1 + (0.35 if age > 50 else 0) + (0.3 if cabin == "inside" else 0) - (0.1 if children else 0)
    return number, age, cabin, cents, adults, children, departs, random.random() < chance


def german(cents):
    return f"{cents:,}".replace(",", ".")


def euros(cents):
    text = f"{cents / 100:.2f}".rstrip("0").rstrip(".")
    return text


def shared(row, unit):
    number, age, cabin, cents, adults, children, departs, upgraded = row
    when = departs.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{number},{age},{cabin},{euros(cents)},{when},{adults + children},{unit},{'yes' if upgraded else 'no'}\n"


hamburg = [booking(f"H{i:04}") for i in range(1, 301)]
turku = [booking(f"T{i:04}") for i in range(1, 301)]

with open("hamburg.csv", "w", encoding="utf-8") as out:
    out.write("Buchung;Alter;Kabine;Preis;Abfahrt;Erwachsene;Kinder;Upgrade;Sachbearbeiter\n")
    for number, age, cabin, cents, adults, children, departs, upgraded in hamburg:
        local = departs.astimezone(BERLIN).strftime("%d.%m.%Y %H:%M")
        kabine = {"inside": "Innen", "outside": "Außen", "": "k.A."}[cabin]
        clerk = random.choice(["Alsen", "Brodt", "Czaja"])
        out.write(f"{number};{age};{kabine};{german(cents)};{local};{adults};{children};{'ja' if upgraded else 'nein'};{clerk}\n")

with open("turku.csv", "w", encoding="utf-8") as out:
    out.write("ref,guest_age,class,fare,departure,party,upsell\n")
    for number, age, cabin, cents, adults, children, departs, upgraded in turku:
        local = departs.astimezone(HELSINKI).isoformat()
        letter = {"inside": "I", "outside": "O", "": "-"}[cabin]
        out.write(f"{number},{age},{letter},EUR {cents / 100:.2f},{local},{adults + children},{'Y' if upgraded else 'N'}\n")

with open("shared.csv", "w", encoding="utf-8") as out:
    out.write("booking,age,cabin,price,departs,party,unit,upgraded\n")
    out.writelines(shared(row, "hamburg") for row in hamburg)
    out.writelines(shared(row, "turku") for row in turku)
