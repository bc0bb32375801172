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
    "run-unconfirmed": {
        "one": "Se deja fuera: su marca discontinua no está confirmada.",
        "other": "Se deja fuera: sus {count} marcas discontinuas no están confirmadas.",
    },
    "run-not-reached": "Sin guardar: antes de su turno terminó el proceso o se cambió la imagen.",
    "run-two-files": "{first} y {last}",
    "run-files": "de {first} a {last}, {total} archivos",
    "seconds-left": "Quedan unos {seconds} segundos",
    "minutes-left": "Quedan unos {minutes} minutos",
    "run-rest": {"one": "Guardar la que falta", "other": "Guardar las {count} que faltan"},
    "run-private": {
        "one": "Guardar el registro privado (1)",
        "other": "Guardar los registros privados de todas ({count})",
    },
    "run-private-hint": (
        "Solo para usted, aparte de lo que comparte: registros, tabla de vínculos y proyecto. "
        "Nombran los originales."
    ),
    "saved-private-records": {
        "one": (
            "Se guardó {name}, con el registro privado de 1 imagen. Guárdelo donde están los "
            "originales, nunca con lo que comparte."
        ),
        "other": (
            "Se guardó {name}, con los registros privados de {count} imágenes. Guárdelo donde "
            "están los originales, nunca con lo que comparte."
        ),
    },
    "private-explained": (
        "PRIVADO. No comparta nunca esta carpeta ni ningún archivo de ella.\n\n"
        "Pertenece a {shared}, que se hizo para compartir. Dice de qué original se hizo cada "
        "imagen: nombres y SHA-256 de los originales, qué llevaban sus archivos y dónde se "
        "marcaron. Quien tiene ambas cosas sabe quién está en las imágenes.\n\n"
        "Consérvela donde están los originales, con el mismo cuidado. Bórrela cuando nadie pueda "
        "necesitar ya el vínculo.\n\n"
        "records         un registro privado de cada imagen\n"
        "link-table.csv  qué nombre pertenece a qué original\n"
        "project.json    el trabajo en todas las imágenes abiertas, para Pixelseal\n"
        "SHA256SUMS      sumas de comprobación de estos archivos, para sha256sum -c"
    ),
    "problems-more": "… y {number} más. La tira puede mostrar solo las que tienen un problema.",
    "share-ready": "Lista: Compartir",
}
