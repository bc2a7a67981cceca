"""Names of months and weekdays: English, French, German, Spanish, Italian, Portuguese."""

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
# No name or abbreviation means one month in one of these languages and another in the next.
_MONTH_WORDS = """
january jan janvier janv januar jänner enero ene gennaio gen janeiro
february feb février févr fevrier februar febrero febbraio fevereiro fev
march mar mars märz mrz marzo março marco
april apr avril avr abril abr aprile
may mai mayo maggio mag maio
june jun juin juni junio giugno giu junho
july jul juillet juil juli julio luglio lug julho
august aug août aout agosto ago
september sep sept septembre septiembre setiembre settembre set setembro
october oct octobre oktober okt octubre ottobre ott outubro out
november nov novembre noviembre novembro
december dec décembre déc decembre dezember dez diciembre dic dicembre dezembro
"""
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_WORDS = """
monday mon lundi montag lunes lunedì segunda segunda-feira
tuesday tue tues mardi dienstag martes martedì terça terça-feira
wednesday wed weds mercredi mittwoch miércoles mercoledì quarta quarta-feira
thursday thu thur thurs jeudi donnerstag jueves giovedì quinta quinta-feira
friday fri vendredi freitag viernes venerdì sexta sexta-feira
saturday sat samedi samstag sonnabend sábado sabato
sunday sun dimanche sonntag domingo domenica
"""


def _numbered(lines: str, first: int) -> dict[str, int]:
    return {word: number for number, line in enumerate(lines.strip().splitlines(), first) for word in line.split()}


MONTHS = _numbered(_MONTH_WORDS, 1)
WEEKDAYS = _numbered(_WEEKDAY_WORDS, 0)
