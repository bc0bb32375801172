"""The labels that stand before an identifier on labels, wristbands and forms, and what they mean.

Shown to people in docs/find-labels.md, which a test compares with this table. A label is written as
people print it, without its dots; `text_reasons` says what may stand between its words and letters.
"""

from typing import NamedTuple


class Row(NamedTuple):
    """Labels of one kind: the letter of 45 CFR 164.514(b)(2)(i), what it is, English, Spanish."""

    letter: str
    what: str
    english: tuple[str, ...]
    spanish: tuple[str, ...]


LABELS = (
    Row(
        "C",
        "a date of birth, of an examination or of a stay",
        ("DOB", "date of birth", "birth date", "birthdate", "born", "BD", "exam date",
         "study date", "date", "admitted", "adm", "admission", "discharged", "collected", "DOA"),
        ("F nac", "F nacim", "F nacimiento", "fecha nac", "fecha de nac", "fecha nacimiento",
         "fecha de nacimiento", "nacimiento", "nacido", "nacida", "nac", "FN", "fecha", "ingreso",
         "F ingreso", "alta", "F alta"),
    ),
    Row(
        "D",
        "a telephone number",
        ("tel", "telephone", "phone", "ph", "mobile", "mob", "cell", "contact no", "call", "pager",
         "bleep"),
        ("teléfono", "tel", "telf", "tlf", "tfno", "tfn", "tno", "móvil"),
    ),
    Row("E", "a fax number", ("fax",), ("fax",)),
    Row("F", "an e-mail address", ("email", "e mail"), ("correo", "correo electrónico")),
    Row(
        "G",
        "a social security number",
        ("SSN", "social security", "social security no", "social security number"),
        ("NSS", "NASS", "seguridad social", "nº seguridad social"),
    ),
    Row(
        "H",
        "a record number",
        ("MRN", "MR no", "MR", "med rec", "med rec no", "medical record", "medical record no",
         "medical record number", "hosp", "hosp no", "hospital no", "hospital number",
         "hospital ID", "NHS", "NHS no", "NHS number", "CHI", "CHI no", "H and C no", "unit no",
         "patient no", "patient number", "patient ID", "pat ID", "pt ID", "pat no", "pt no", "PID",
         "URN", "UR no", "UMRN", "record no", "record", "chart no", "chart", "file no", "case no",
         "case", "accession", "accession no", "acc no", "encounter", "encounter no", "episode",
         "episode no", "visit no", "CSN", "FIN", "lab no", "specimen no", "sample no", "ID",
         "ID no"),
        ("NHC", "HC", "NH", "nº historia", "nº de historia", "nº hist", "num historia",
         "número de historia", "historia", "historia clínica", "hist clínica", "hist", "Hª clínica",
         "nº HC", "SIP", "CIP", "CIPA", "CIPNA", "NUHSA", "TIS", "TSI", "DNI", "NIF", "NIE",
         "pasaporte", "nº paciente", "id paciente", "episodio", "nº episodio", "nº petición",
         "petición", "nº muestra", "muestra", "expediente", "RUT", "CURP", "cédula"),
    ),
    Row(
        "I",
        "a health plan number",
        ("policy", "policy no", "member ID", "member no", "insurance no", "insurance ID",
         "Medicare", "Medicare no", "Medicaid", "group no", "plan ID", "subscriber ID", "HICN"),
        ("póliza", "nº póliza", "nº asegurado", "asegurado", "mutua", "nº afiliado", "afiliado",
         "nº afiliación"),
    ),
    Row(
        "J",
        "an account number",
        ("acct", "acct no", "account", "account no", "account number", "acc", "HAR",
         "billing no", "invoice", "invoice no"),
        ("cuenta", "nº cuenta", "nº de cuenta", "cta", "IBAN", "factura", "nº factura"),
    ),
    Row(
        "K",
        "a licence number",
        ("licence", "licence no", "license", "license no", "lic", "lic no", "GMC", "GMC no", "NMC",
         "NMC no", "NPI", "DEA", "DEA no", "reg no"),
        ("colegiado", "nº colegiado", "nº col", "col", "licencia"),
    ),
    Row(
        "M",
        "the number of a device",
        ("SN", "S N", "serial", "serial no", "serial number", "UDI", "asset no", "device ID"),
        ("nº serie", "nº de serie", "número de serie", "serie"),
    ),
)  # fmt: skip

# Words that stand on labels and forms and name nobody: what is left after them may be a name.
NO_NAMES = (
    "name", "names", "surname", "forename", "first", "last", "given", "family", "patient",
    "patients", "sex", "gender", "male", "female", "age", "years", "ward", "bed", "room", "clinic",
    "date", "time", "birth", "number", "address", "blood", "group", "weight", "height", "allergies",
    "allergy", "none", "known", "nil", "unknown", "consultant", "doctor", "nurse", "print",
    "printed", "signed", "signature", "left", "right", "page", "hospital", "specimen", "sample",
    "urgent", "serum", "rate", "heart", "resp", "temp", "spo2", "bpm", "mmhg", "ecg", "nibp",
    "pulse", "nombre", "apellidos", "apellido", "paciente", "sexo", "hombre", "mujer", "varón",
    "edad", "años", "planta", "cama", "habitación", "sala", "hora", "fecha", "nacimiento",
    "dirección", "peso", "talla", "alergias", "ninguna", "desconocida", "médico", "doctora",
    "firma", "servicio", "urgencias", "consulta", "muestra", "izquierda", "derecha", "grupo",
    "sanguíneo", "número", "historia", "clínica", "and", "the", "for", "del", "los", "las", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mie", "jue", "vie", "sab", "dom",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lunes",
    "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "yrs", "old", "year", "www",
    "http", "https", "ext", "nos",
)  # fmt: skip
