"""Words about the validation by a second person, in Spanish: its file, what becomes of images."""

VALIDATION = {
    "validation-not-one": (
        "Esto no es una validación de Pixelseal. Elija el archivo que se guardó al validar."
    ),
    "validation-version": (
        "Esta validación la hizo otra versión de Pixelseal. Ábrala con esa versión."
    ),
    "validation-too-long": (
        "Una validación trata de {images} imágenes como máximo. Divida el conjunto y valide cada "
        "parte."
    ),
    "validation-changed": (
        "Esta validación no está como se escribió: algo se cambió o se cortó. Pídala de nuevo a "
        "quien validó las imágenes."
    ),
    "validation-unreadable": (
        "Esta validación dice algo que esta versión no conoce: {key}. Pídala de nuevo o use la "
        "versión que la escribió."
    ),
    "validation-wrong": (
        "Una validación no puede tener esto: {key}. El nombre y la función tienen una línea de 1 a "
        "200 caracteres, sin hash ni nombre de un archivo."
    ),
    "validation-doubled": (
        "Dos imágenes distintas indican el mismo nombre, {name}. Valide cada una en un conjunto "
        "aparte."
    ),
    "validation-name": (
        "El nombre que figura en este certificado no es de los que pone Pixelseal. No se puede "
        "decidir sobre la imagen: hágala de nuevo."
    ),
    "validation-own": (
        "La política {policy} pide una segunda persona: quien hizo las imágenes no puede "
        "aceptarlas. Deje que las mire otra persona."
    ),
    "validation-among-images": (
        "Una validación nombra a una persona, así que no se escribe entre las imágenes, que se "
        "entregan. Indique otra carpeta con --out."
    ),
    "validation-not-here": (
        "Aquí no hay ninguna imagen con ese nombre y sin cambios desde su certificado: {name}. "
        "Solo esas se aceptan o se devuelven."
    ),
    "validation-refused": {
        "one": (
            "No se escribió nada: {count} decisión no corresponde a ninguna imagen de aquí. "
            "Corrija el nombre."
        ),
        "other": (
            "No se escribió nada: {count} decisiones no corresponden a ninguna imagen de aquí. "
            "Corrija los nombres."
        ),
    },
    "validation-empty": (
        "No se escribió nada: aquí no hay ninguna imagen sin cambios desde su certificado."
    ),
    "validation-written": (
        "Escrita en {path}: {accepted} aceptadas, {sent_back} devueltas, {undecided} sin decidir. "
        "Entréguela a quien hizo las imágenes. En ella consta el nombre de usted."
    ),
    "validation-is-own": (
        "Quien decidió dice que también hizo las imágenes: nadie más las ha mirado."
    ),
    "validation-counts-nothing": (
        "Quien decidió dice que también hizo las imágenes: con esta política no vale nada."
    ),
    "validation-by": "Validada por {who}, {role}, {at}. Un nombre escrito no es una firma.",
    "validation-counts": (
        "{accepted} aceptadas, {sent_back} devueltas, {undecided} sin decidir, {changed} cambiadas "
        "desde entonces, {missing} que faltan."
    ),
    "validation-accepted": "aceptada",
    "validation-sent-back": "devuelta",
    "validation-undecided": "sin decidir",
    "validation-changed-since": "cambiada desde que se validó",
    "validation-missing": "validada, pero ya no está aquí",
    "validation-noted": "{said}: {note}",
    "pack-needs-validation": (
        "La política {policy} pide una segunda persona. Añada el archivo en el que alguien aceptó "
        "las imágenes: --validation FILE."
    ),
    "pack-validated-own": (
        "La política {policy} pide una segunda persona, y esta validación dice que decidió quien "
        "hizo las imágenes. Deje que las mire otra persona."
    ),
    "pack-not-validated": (
        "Nadie ha aceptado esta imagen en la validación. Haga que alguien la mire o quítela."
    ),
    "pack-sent-back": (
        "Esta imagen se devolvió en la validación. Corríjala y haga que la miren de nuevo, o "
        "quítela."
    ),
    "pack-validated-other": (
        "La validación trata de otra imagen con este nombre, o de otro certificado. Haga que "
        "alguien mire también esta."
    ),
}
