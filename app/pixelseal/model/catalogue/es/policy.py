"""Textos sobre políticas (docs/policy.md): qué falla en un archivo y qué prohíbe o exige una."""

POLICY = {
    "policy-not-json": (
        "La política no es un archivo JSON legible, o supera los 64 kB. Pídala de nuevo a quien la "
        "emitió."
    ),
    "policy-version": (
        "Esta política se hizo para otra versión de Pixelseal. Pida una para esta versión o use "
        "aquella."
    ),
    "policy-unreadable": (
        "La política tiene una entrada que falta, es desconocida o no es como debe: {key}. Vea "
        "docs/policy.md."
    ),
    "policy-expired": (
        "La política «{policy}» estuvo en vigor hasta el {date}. Pida la que la sustituye; no se "
        "hizo nada."
    ),
    "policy-colour": "La política «{policy}» no permite el color {colour}. Permite: {allowed}.",
    "policy-method": (
        "La política «{policy}» no permite el método de la región {region}: {method}. Cúbrala con "
        "un color sólido."
    ),
    "policy-weak": (
        "La política «{policy}» exige al menos {least} píxeles para el mosaico o desenfoque de la "
        "región {region}. Hágalo más fuerte o cúbrala con un color sólido."
    ),
    "policy-format": (
        "La política «{policy}» no permite que el resultado sea {format}. Permite: {allowed}."
    ),
    "policy-id-required": (
        "La política «{policy}» exige un ID alternativo. Indíquelo junto a Guardar en la página, "
        "en la receta o con --id."
    ),
    "policy-id-never": (
        "La política «{policy}» no permite ID alternativos: los resultados llevan nombres neutros. "
        "Quítelo."
    ),
    "policy-id-begins": (
        "La política «{policy}» exige un ID alternativo que empiece por «{begins}». Dé a la imagen "
        "un ID así."
    ),
    "policy-not-looked": (
        "La política «{policy}» exige que una persona haya mirado toda la imagen. Revísela en la "
        "página o declárelo en un archivo con --review."
    ),
    "policy-not-seen": (
        "La política «{policy}» exige que toda la imagen haya estado en la pantalla a tamaño "
        "completo. Revísela en la página e indique la revisión con --review."
    ),
    "policy-unanswered": (
        "La política «{policy}» exige una respuesta sobre estos identificadores: {letters}. "
        "Respóndalos en la revisión."
    ),
    "policy-finder": (
        "La política «{policy}» exige que este programa haya mirado la imagen: {finder}. Hágalo en "
        "la página o con --suggested."
    ),
    "policy-find-again": (
        "La política «{policy}» exige que también la imagen terminada la hayan mirado programas. "
        "Deje que la miren en la revisión de la página, o use --find-again."
    ),
    "policy-missing": (
        "Este certificado se hizo bajo una política. Lo que se declara de la imagen solo se puede "
        "cambiar junto con el archivo de esa política."
    ),
    "policy-named": "política: {name}, versión {version} (SHA-256 {sha256})",
    "policy-title": "La política de la institución",
    "policy-help": (
        "Un archivo en el que una institución fija cómo se desidentifican las imágenes. Ábralo "
        "aquí o suéltelo en cualquier parte: desde entonces no se guarda nada que no permita, y "
        "cada certificado la nombra."
    ),
    "policy-open": "Abrir una política",
    "policy-aside": "Dejarla de lado",
    "policy-was-put-aside": (
        "Ahora no rige ninguna política. Los certificados que se hagan desde ahora no nombran "
        "ninguna."
    ),
    "policy-now": "Rige {name}, versión {version}.",
    "policy-contact": "A quién preguntar",
    "policy-until": "Último día",
    "policy-no-end": "ninguno",
    "policy-hash": "SHA-256 de su archivo",
    "policy-taken": "Desde ahora rige la política «{name}», versión {version}.",
    "policy-line": "Política: {name}, versión {version} · consultas: {contact}",
    "policy-line-broken": (
        "La política que acompaña a esta página no se puede leer: no se guarda nada."
    ),
    "policy-host-broken": (
        "A esta página la acompaña una política que no se puede leer: {why} No se guarda nada "
        "hasta que la corrija quien publica la página."
    ),
    "policy-of-host": "Rige la política de quien publica esta página. Aquí no se puede cambiar.",
    "policy-several": "Solo puede regir una política a la vez. Esta se pasó por alto.",
    "policy-not-obeyed": {
        "one": "1 imagen no es como exige la política. No se cambió nada en ella: {names}.",
        "other": "{count} imágenes no son como exige la política. No se cambió nada: {names}.",
    },
    "policy-only-methods": "La política permite: {names}.",
    "policy-only-colours": "La política permite estos colores: {names}.",
    "policy-only-formats": "La política permite: {names}.",
    "policy-names-never": "La política exige nombres al azar.",
    "policy-names-required": "La política exige un ID alternativo para cada imagen.",
    "policy-names-begin": "Según la política, los ID empiezan por «{begins}».",
}
