"""Words of the dialog Process, in Spanish: its tabs, and the log in it."""

PROCESS_PAGE = {
    "process": "Proceso",
    "process-log": "Registro",
    "log-open-title": "El registro",
    "log-help": (
        "Lo que se hizo con un conjunto de imágenes, línea por línea, cada una con el hash de la "
        "anterior: se nota si una línea se cambia, se quita o se mueve. No contiene nombres ni "
        "hashes de originales. *Privado:* nombra a personas."
    ),
    "log-head-kept": "Cabeza guardada en otro lugar (si la hay)",
    "log-head-example": "12:9f86d0…",
    "log-open": "Abrir un registro",
    "log-begin": "Empezar un registro",
    "log-checking": "Se comprueba cada línea…",
    "log-was-begun": "Se empezó un registro. Solo está en esta página: guárdelo.",
    "log-is-whole": {"one": "Íntegro: {count} línea.", "other": "Íntegro: {count} líneas."},
    "log-leave-question": "Hay líneas del registro abierto sin guardar. ¿Dejarlas?",
    "log-leave": "Dejar sin guardar",
    "log-add-title": "Añadir una línea",
    "log-event": "Qué ocurrió",
    "log-add": "Añadir al registro",
    "log-fact-open": "puede quedar vacío",
    "log-not-said": "Sin indicar",
    "log-fact-wrong": (
        "Esto no puede constar en el registro: {fact}. Un texto tiene una línea de 1 a 200 "
        "caracteres, sin hash ni nombre de un archivo de imagen; un número es entero; un hash "
        "tiene 64 dígitos."
    ),
    "log-line-added": "Línea {line} añadida. Guarde el registro para conservarla.",
    "log-lines-title": "Líneas, la última primero",
    "log-earlier": {
        "one": (
            "{count} línea anterior no se muestra aquí. Está en el archivo y en cada exportación."
        ),
        "other": (
            "{count} líneas anteriores no se muestran aquí. Están en el archivo y en cada "
            "exportación."
        ),
    },
    "log-head-now": "Cabeza, para guardarla en otro lugar:",
    "log-save": "Guardar registro",
    "log-as-text": "Como texto",
    "log-as-csv": "Como tabla (CSV)",
    "log-as-json": "Como JSON",
    "log-saved": "Se guardó {name}. La página no puede saber si el archivo se conservó.",
}
