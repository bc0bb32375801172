"""Saving many images: progress, outcome, what is left. A table alone."""

SAVING: "dict[str, str | dict[str, str]]" = {
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
    "run-stopped": "Detenido, como pidió.",
    "run-two-files": "{first} y {last}",
    "run-files": "de {first} a {last}, {total} archivos",
    "seconds-left": "Quedan unos {seconds} segundos",
    "minutes-left": "Quedan unos {minutes} minutos",
    "run-rest": {"one": "Guardar la que falta", "other": "Guardar las {count} que faltan"},
    "problems-more": "… y {number} más. La tira puede mostrar solo las que tienen un problema.",
}
