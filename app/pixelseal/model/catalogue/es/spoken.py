"""What the page says while one works, in Spanish."""

SPOKEN = {
    "language-chosen": "Español",
    # Records on the image
    "kind-region": "Región",
    "kind-keep": "Área que se conserva",
    "kind-crop": "Recorte",
    "method-fill": "Color sólido",
    "method-mosaic": "Mosaico",
    "method-blur": "Desenfoque",
    "record-at": "{kind} {number}: {width} por {height} píxeles en {x}, {y}",
    "added": "Elemento añadido. {record}",
    "moved": "{kind} {number}: nueva posición {x}, {y}",
    "resized": "{kind} {number}: ahora mide {width} por {height} píxeles",
    "selected": "Selección {number} de {total}. {record}",
    "selected-reason": "Selección {number} de {total}. {record}, {reason}",
    "deleted": "{kind} {number}: se ha eliminado. {left}",
    "reason-given": "Región {number}: {reason}",
    "method-given-fill": "Región {number}: {method} {colour}",
    "method-given": "Región {number}: {method}, {strength} píxeles",
    "colour-around": "Alrededor de las áreas que se conservan: {colour}",
    "output-same": "Como la foto ({format})",
    "save-choices": "{format} · {name}",
    "save-choices-quality": "{format}, calidad {quality} · {name}",
    "output-costs-viewers": "No se pierde nada. Archivos grandes que los navegadores no muestran.",
    "output-costs-detail": "Archivos pequeños; se pierde detalle fino.",
    "output-costs-bytes": "No se pierde nada más, pero los archivos son mayores.",
    "output-for-all": "Lo mismo para las {count}",
    "tab-marks": {"zero": "Marcas", "one": "Marcas 1", "other": "Marcas {count}"},
    "tab-file": {
        "zero": "Archivo",
        "one": "Archivo: 1 hallazgo",
        "other": "Archivo: {count} hallazgos",
    },
    "tab-check": "Revisión",
    # What the file tells, in two short lines under the picture
    "carries-gps": "El archivo dice dónde se hizo (GPS). Eso desaparece.",
    "carries-location": "El archivo dice dónde se hizo. Eso desaparece.",
    "carries-person": "El archivo lleva un nombre. Eso desaparece.",
    "carries-contact": "El archivo lleva datos de contacto. Eso desaparece.",
    "carries-date": "El archivo dice cuándo se hizo. Eso desaparece.",
    "carries-serial": "El archivo dice con qué cámara se hizo. Eso desaparece.",
    "carries-other": "El archivo lleva datos ocultos. Eso desaparece.",
    "regions": {"zero": "Ninguna región", "one": "1 región", "other": "{count} regiones"},
    "areas-to-keep": {
        "one": "1 área que se conserva",
        "other": "{count} áreas que se conservan",
    },
    "cropped": "con recorte",
    "corners": {
        "one": "1 vértice. Haga doble clic, o pulse Intro, en el último.",
        "other": "{count} vértices. Haga doble clic, o pulse Intro, en el último.",
    },
    "too-few-corners": "Un polígono necesita tres vértices que no estén en una misma línea",
    "corners-full": (
        "Un polígono tiene como máximo {count} vértices. Haga doble clic o pulse Intro para cerrar "
        "este; Retroceso quita su último vértice."
    ),
    "stroke-full": "Este trazo no puede ser más largo. Levante y siga con otro.",
    "full-regions": "No se ha añadido: una imagen tiene como máximo 10 000 regiones.",
    "full-keep": "No se ha añadido: una imagen tiene como máximo 1000 áreas que conservar.",
    "full-points": (
        "No se ha añadido: todos los trazos y polígonos de una imagen tienen como máximo 50 000 "
        "puntos. Los rectángulos y las elipses no tienen ninguno: cubra el resto con ellos."
    ),
    "brush": "Pincel de {diameter} píxeles de ancho",
    "turned-left": "Girada a la izquierda",
    "turned-right": "Girada a la derecha",
    "mirrored": "Reflejada de izquierda a derecha",
    "not-turned": (
        "No se ha girado: una marca sale demasiado de la imagen. Hágala antes más pequeña."
    ),
    "turned-with": {
        "one": "{said}; 1 marca se ha movido con ella",
        "other": "{said}; {count} marcas se han movido con ella",
    },
    "turned-along": {
        "zero": "{said}, solo esta.",
        "one": "{said}. También 1 otra imagen elegida; deshacer vale en cada una por separado.",
        "other": (
            "{said}. También otras {count} imágenes elegidas; deshacer vale en cada una por "
            "separado."
        ),
    },
    "turned-left-out": {
        "one": "1 imagen elegida no se ha girado.",
        "other": "{count} imágenes elegidas no se han girado.",
    },
    "undone": "Paso deshecho. {left}",
    "redone": "Paso rehecho. {left}",
    "zoomed": "Zoom {percent} %",
    "first-hint": (
        "Arrastre sobre una cara, un nombre o un número para cubrirlo. Mírela toda y guarde."
    ),
    "nothing-to-undo": "No hay nada que deshacer",
    "nothing-to-redo": "No hay nada que rehacer",
    "nothing-selected": "No hay ninguna región seleccionada",
    "deselected": "Nada seleccionado",
    "no-regions-yet": "Todavía no hay regiones. Pulse N para añadir una.",
    "stopped": "Cancelado",
    "no-reason-here": "Solo las regiones tienen motivos",
    "filled-instead": (
        "{said}. Ahora es un relleno: con un motivo así, un mosaico o desenfoque no es seguro."
    ),
    "only-fill": (
        "Con uno de sus motivos solo un color sólido es seguro: los textos y números se pueden "
        "reconstruir."
    ),
    "least-strength": (
        "Al menos {least} píxeles para una región de este tamaño. A veces se puede revertir; "
        "el certificado lo dice."
    ),
    # Saving
    "go-back": "Volver",
    "withdrawn": (
        "El navegador mostraba esta imagen de forma distinta a como se guarda. Se ha retirado lo "
        "que usted había marcado. Márquelo de nuevo en la imagen que ve ahora."
    ),
    "withdrawn-several": {
        "one": "No se ha guardado: el navegador mostraba una imagen de forma distinta a como se "
        "guarda, y se ha retirado lo marcado en ella. Márquelo de nuevo en la imagen que ve ahora.",
        "other": "Han quedado fuera {count} imágenes: el navegador las mostraba de forma distinta "
        "a como se guardan, y se ha retirado lo marcado en ellas. Márquelas de nuevo.",
    },
    "brightened": "Aclarada: cada parte que una pantalla muestra demasiado oscura o plana",
    "as-it-is": "Se muestra como se guarda",
    "dim": (
        "Una parte de esta imagen es demasiado oscura o plana para una pantalla, y sin embargo "
        "queda en lo que se guarda. Pulse Aclarar: solo así cuenta como revisada."
    ),
    "close-one": (
        "Las regiones de esta imagen no están todavía en ninguna imagen guardada ni en ningún "
        "proyecto guardado. ¿Cerrarla y perderlas?"
    ),
    "close-several": (
        "Las regiones de {count} de estas imágenes no están todavía en ninguna imagen guardada ni "
        "en ningún proyecto guardado. ¿Cerrarlas todas y perderlas?"
    ),
    "close-and-lose": "Cerrar y perderlas",
    "alternate-help": (
        "Da nombre a los archivos. Nunca un número de historia clínica ni algo derivado de él."
    ),
    "alternate-bad": (
        "Solo letras sin tilde, cifras, punto, guion y guion bajo; primero una letra o una cifra, "
        "al final ningún punto, y ningún nombre reservado por Windows (CON, NUL, COM1 …). "
        "Hasta entonces se usa el último nombre válido."
    ),
    "saved": "Se ha guardado {name}",
    "saved-private": "Se ha guardado {name}. No lo comparta: vincula la imagen con su origen.",
    "share": "Compartir",
    "share-done": (
        "Entregada a la aplicación que eligió: {name}. Lo que haga con la imagen depende de ella."
    ),
    "share-declined": "No se compartió. La imagen está hecha y todas sus marcas siguen ahí.",
    "share-late": (
        "La imagen está lista. Pulse Compartir otra vez: los navegadores solo comparten al pulsar."
    ),
    # The panel and the strip
    "reasons-title": "¿Qué cubre la región {number}?",
    "reason-hint": "{meaning} (Mayús+{letter})",
    "delete-record": "Eliminar: {kind} {number}",
    "exact-title": "{kind} {number} en píxeles",
    "position": "{place} de {total}",
    "pasted-image": "imagen pegada",
    "page-title": "{name}, página {page} de {pages}",
    "choose": "Elegir {title}",
    "close-image": "Cerrar {title}",
    "chosen": {"one": "{count} elegida", "other": "{count} elegidas"},
}
