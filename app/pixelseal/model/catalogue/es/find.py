"""Words about what programs find on images: faces, writing and codes, which are proposed."""

FIND = {
    # At a proposal
    "tag-face": "rostro",
    "tag-writing": "texto",
    "tag-code": "código",
    "kind-found-face": "Rostro propuesto",
    "kind-found-writing": "Texto propuesto",
    "kind-found-code": "Código propuesto",
    "found-none-left": (
        "No quedan propuestas en esta imagen. Los programas pasan algo por alto: mire usted mismo."
    ),
    # While it is looked for, and what became of it
    "find-progress": "Buscando: {done} de {total}",
    "find-off": "Ya no se busca en las imágenes por sí solo.",
    "find-proposed": {
        "one": "1 propuesta. Intro la acepta, Supr la desecha. Los programas pasan algo por alto.",
        "other": (
            "{count} propuestas. Intro acepta una, Mayús+Intro todas, Supr desecha una. Los "
            "programas pasan algo por alto."
        ),
    },
    "find-proposed-all": {
        "one": "Propuestas en 1 imagen. Mírelas todas: los programas pasan algo por alto.",
        "other": (
            "Propuestas en {count} imágenes. Mírelas todas: los programas pasan algo por alto."
        ),
    },
    "find-moved": {
        "one": "1 región copiada se movió a lo que se encontró. Mírela y confirme.",
        "other": "{count} regiones copiadas se movieron a lo que se encontró. Mire y confirme.",
    },
    "find-nothing": "No se encontró nada. Eso no quiere decir que no haya nada.",
    "find-nothing-more": (
        "No se encontró nada que no esté ya marcado. Eso no quiere decir que no haya nada."
    ),
    "find-all-searched": "Ya se buscó en todas las imágenes. Buscar repite la búsqueda en esta.",
    "find-failed": {
        "one": "No se pudo buscar en 1 imagen: {names}.",
        "other": "No se pudo buscar en {count} imágenes: {names}.",
    },
    "find-gave-up": (
        "Falló {count} veces seguidas y ya no se busca en más imágenes. «Buscar en todas» lo "
        "intenta de nuevo."
    ),
    # If the page came without
    "find-load": {
        "one": (
            "Los programas que buscan rostros, texto y códigos no están cargados (17 MB). Para "
            "cargarlos hay que abrir la página de nuevo. Esta imagen se cierra: vuelva a añadirla."
        ),
        "other": (
            "Los programas que buscan rostros, texto y códigos no están cargados (17 MB). Para "
            "cargarlos hay que abrir la página de nuevo. Las {count} imágenes se cierran: vuelva a "
            "añadirlas."
        ),
    },
    "find-load-yes": "Cargar y abrir de nuevo",
    "find-load-no": "Ahora no",
}
