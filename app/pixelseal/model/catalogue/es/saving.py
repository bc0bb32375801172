"""Many images: folders that are opened; saving, its progress and outcome. A table alone."""

SAVING: "dict[str, str | dict[str, str]]" = {
    # Folders that are opened
    "folder-opened": {
        "zero": "No se abrió ninguna imagen de la carpeta.",
        "one": "Se abrió 1 imagen de la carpeta.",
        "other": "Se abrieron {count} imágenes de la carpeta.",
    },
    "folder-passed-over": "{opened} Se omitió: {what}.",
    "folder-hidden": {
        "one": "1 archivo o carpeta ocultos",
        "other": "{count} archivos o carpetas ocultos",
    },
    "folder-others": {
        "one": "1 archivo que no es una imagen",
        "other": "{count} archivos que no son imágenes",
    },
    "folder-unreadable": {
        "one": "1 que no se puede leer",
        "other": "{count} que no se pueden leer",
    },
    "folder-deep": {
        "one": "1 carpeta demasiado profunda",
        "other": "{count} carpetas demasiado profundas",
    },
    "folder-full": "todo lo que pasa de las primeras {most} imágenes",
    # Saving
    "save-folder": "Guardar en una carpeta",
    "saving": "Guardando",
    "run-begun": {"one": "Guardando 1 imagen.", "other": "Guardando {count} imágenes."},
    "run-title": "Guardando: {done} de {total} listas",
    "run-checking": "Releyendo lo que se ha escrito",
    "run-whole": "Guardado",
    "run-incomplete": "No todo está guardado",
    "run-saved": {
        "one": "Se guardó {made} de 1 imagen, con su certificado: {where}.",
        "other": "Se guardaron {made} de {count} imágenes, cada una con su certificado: {where}.",
    },
    "run-nothing": "No se guardó ninguna imagen.",
    "run-left-out": {
        "one": "1 se dejó fuera cuando se le preguntó qué había mirado.",
        "other": "{count} se dejaron fuera cuando se le preguntó qué había mirado.",
    },
    "run-stopped": "Detenido, como pidió.",
    "run-not-reached": "Sin guardar: antes de su turno terminó el proceso o se cambió la imagen.",
    "run-two-files": "{first} y {last}",
    "run-files": "de {first} a {last}, {total} archivos",
    "seconds-left": "Quedan unos {seconds} segundos",
    "minutes-left": "Quedan unos {minutes} minutos",
    "run-rest": {"one": "Guardar la que falta", "other": "Guardar las {count} que faltan"},
    "problems-more": "… y {number} más. La tira puede mostrar solo las que tienen un problema.",
}
