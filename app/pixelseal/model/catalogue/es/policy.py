"""Textos sobre políticas (docs/policy.md): qué falla en un archivo y qué prohíbe o exige una."""

POLICY = {
    "policy-not-json": "La política no es un archivo JSON legible, o supera los 64 kB.",
    "policy-version": "Esta política se hizo para otra versión de Pixelseal.",
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
        "La política «{policy}» exige un ID alternativo. Indíquelo en la receta o con --id."
    ),
    "policy-id-never": (
        "La política «{policy}» no permite ID alternativos: los resultados llevan nombres neutros. "
        "Quítelo."
    ),
    "policy-id-begins": (
        "La política «{policy}» exige un ID alternativo que empiece por «{begins}»."
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
    "policy-missing": (
        "Este certificado se hizo bajo una política. Lo que se declara de la imagen solo se puede "
        "cambiar junto con el archivo de esa política."
    ),
    "policy-named": "política: {name}, versión {version} (SHA-256 {sha256})",
}
