"""Words about a process, in Spanish: the log, the package and its receipt."""

PROCESS = {
    "log-not-a-log": (
        "Esto no es un registro de Pixelseal. Elija el archivo en el que se lleva el registro."
    ),
    "log-version": "Este registro lo hizo otra versión de Pixelseal, que es la que debe leerlo.",
    "log-too-long": ("Un registro tiene como máximo {lines} líneas. Conserve este y empiece otro."),
    "log-fact": (
        "Esto no puede constar en el registro: {key} falta, no se conoce o no es lo que puede ser."
    ),
    "log-moment": "Un momento se escribe así: 2026-11-29T21:40:00Z, en UTC.",
    "log-head": (
        "Esto no es la cabeza de un registro. Es un número, dos puntos y 64 cifras, como la "
        "escribe check."
    ),
    "log-line-changed": (
        "La línea {line} no está como se escribió. Desde ahí no se puede confiar en nada: compare "
        "el registro con una copia guardada en otro lugar."
    ),
    "log-lines-missing": (
        "Faltan líneas: de la {line} a la {last}. Compare el registro con una copia guardada en "
        "otro lugar."
    ),
    "log-line-moved": (
        "Las líneas no están en su orden: donde debería estar la {line} está la {number}. Compare "
        "el registro con una copia guardada en otro lugar."
    ),
    "log-line-broken": (
        "La línea {line} no sigue a la línea {before}: una de las dos se escribió de nuevo. "
        "Compare el registro con una copia guardada en otro lugar."
    ),
    "log-line-cut": (
        "La última línea, la {line}, está cortada. Compare el registro con una copia guardada en "
        "otro lugar."
    ),
    "log-line-unknown": (
        "La línea {line} está entera, pero dice algo que esta versión no conoce. Use la versión "
        "de Pixelseal que la escribió."
    ),
    "log-cut-off": (
        "Faltan líneas al final: hay {line}, y había {kept} cuando se guardó la cabeza. Busque "
        "una copia del registro."
    ),
    "log-other-head": (
        "La línea {line} es otra que cuando se guardó la cabeza: el registro se escribió de nuevo, "
        "o este es otro registro."
    ),
    "log-busy": "Otro programa está escribiendo en este registro. Inténtelo de nuevo.",
    "log-whole": {
        "one": "Entero: {count} línea. Cabeza {head}",
        "other": "Entero: {count} líneas. Cabeza {head}",
    },
    "log-whole-means": (
        "Nadie ha tocado una línea desde que se escribió, o todas desde alguna en adelante se "
        "escribieron de nuevo. Las líneas cortadas al final solo se notan con una cabeza guardada "
        "en otro lugar."
    ),
    "log-whole-since": (
        "Nadie ha tocado una línea desde que se escribió, y es el registro del que se guardó esa "
        "cabeza. Las líneas añadidas desde entonces podrían cortarse sin que se note: guarde la "
        "nueva cabeza."
    ),
    "log-dated-back": {
        "one": "{count} línea tiene una fecha anterior a la de encima: {lines}.",
        "other": "{count} líneas tienen una fecha anterior a la de encima: {lines}.",
    },
    "log-added": "Línea {line} escrita: {event}. Cabeza {head}",
    "log-exported": "Escrito en {path}. Cabeza {head}",
    "log-head-line": "Cabeza {head}",
    "log-yes": "sí",
    "log-no": "no",
    "log-basis-safe-harbor": "Safe Harbor (puerto seguro)",
    "log-basis-expert-determination": "Expert Determination (dictamen de un experto)",
    "log-outcome-kept": "se mantienen",
    "log-outcome-changed": "se cambiaron",
    "log-event-begun": "Registro empezado",
    "log-event-policy-taken": "Política adoptada",
    "log-event-prepared": "Preparado",
    "log-event-imported": "Imágenes abiertas",
    "log-event-deidentified": "Desidentificado",
    "log-event-reviewed": "Revisado",
    "log-event-saved": "Guardado",
    "log-event-validated": "Validado",
    "log-event-sent-back": "Devuelto",
    "log-event-stored": "Almacenado",
    "log-event-packed": "Empaquetado",
    "log-event-sent": "Enviado",
    "log-event-received": "Recibido",
    "log-event-verified": "Verificado",
    "log-event-monitored": "Criterios examinados de nuevo",
    "log-event-trained": "Formación",
    "log-fact-log": "versión",
    "log-fact-id": "ID",
    "log-fact-who": "por",
    "log-fact-name": "nombre",
    "log-fact-version": "versión",
    "log-fact-policy": "SHA-256 de la política",
    "log-fact-images": "imágenes",
    "log-fact-basis": "fundamento",
    "log-fact-sums": "SHA-256 de SHA256SUMS",
    "log-fact-accepted": "aceptadas",
    "log-fact-sent-back": "devueltas",
    "log-fact-validation": "SHA-256 de la validación",
    "log-fact-image": "imagen",
    "log-fact-place": "lugar",
    "log-fact-backup": "copia de seguridad",
    "log-fact-manifest": "SHA-256 del manifiesto",
    "log-fact-to": "a",
    "log-fact-method": "por medio de",
    "log-fact-purpose": "finalidad",
    "log-fact-complete": "completos",
    "log-fact-missing": "faltan",
    "log-fact-changed": "cambiados",
    "log-fact-added": "añadidos",
    "log-fact-receipt": "SHA-256 del acuse de recibo",
    "log-fact-unchanged": "sin cambios",
    "log-fact-other": "no sin cambios",
    "log-fact-outcome": "criterios",
    "log-fact-exercises": "ejercicios",
    "log-fact-missed": "omitidos",
    "log-fact-record": "SHA-256 del acta de formación",
}
