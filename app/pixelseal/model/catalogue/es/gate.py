"""Words of the review before saving, in Spanish."""

GATE: "dict[str, str | dict[str, str]]" = {
    "gate-title": {
        "one": "Antes de guardar esta imagen",
        "other": "Antes de guardar estas {count} imágenes",
    },
    "gate-place": "{place} de {total}: {title}",
    # How far it was looked at
    "gate-making": "Se está haciendo la imagen terminada …",
    "gate-failed": "No se pudo hacer la imagen terminada.",
    "gate-not-shown": "La imagen terminada aún no está en su pantalla.",
    "gate-shown": "Se mostró entera, a tamaño completo el {percent} %.",
    "gate-seen": "Se mostró entera, toda a tamaño completo.",
    "gate-marks": {
        "zero": "No hay nada cubierto en ella.",
        "one": "1 lugar está cubierto o recortado.",
        "other": "{count} lugares están cubiertos o recortados.",
    },
    "gate-marks-for": {
        "one": "1 lugar está cubierto o recortado: {reasons}.",
        "other": "{count} lugares están cubiertos o recortados: {reasons}.",
    },
    "gate-next-part": "Mirar de cerca",
    "gate-next-part-hint": (
        "Mostrar la siguiente parte que no ha visto al 100 %; mantenga la barra espaciadora para "
        "recorrerlas todas"
    ),
    "gate-outlines": "Contornos",
    "gate-outlines-hint": "Mostrar dónde están las marcas (O)",
    "gate-all-seen": "La ha visto toda a tamaño completo.",
    # What programs still find in it
    "gate-reading": "Los programas leen la imagen terminada …",
    "gate-reading-save": (
        "Los programas leen la imagen terminada. Se guarda en cuanto terminen, si no encuentran "
        "nada."
    ),
    "gate-read-nothing": (
        "Los programas han leído la imagen terminada y no han encontrado nada más en ella. Algunas "
        "cosas se les escapan."
    ),
    "gate-read-failed": (
        "La imagen terminada no se ha vuelto a leer: los programas se interrumpieron."
    ),
    "gate-left": "Los programas aún encuentran en la imagen terminada: {what}.",
    "gate-left-face": {"one": "1 cara", "other": "{count} caras"},
    "gate-left-writing": {"one": "1 texto", "other": "{count} textos"},
    "gate-left-code": {"one": "1 código", "other": "{count} códigos"},
    "gate-left-place": "{place} de {total}: {kind}, quizá {reasons}",
    "gate-cover": "Cubrirlo",
    "gate-cover-hint": (
        "Cubrir el lugar de trazo discontinuo con un rectángulo; la imagen se vuelve a hacer (R)"
    ),
    "gate-covered": "Cubierto. La imagen terminada se vuelve a hacer.",
    "gate-next-place": "Lugar siguiente",
    "gate-next-place-hint": "Mostrar el siguiente lugar de trazo discontinuo (.)",
    "gate-stay": {
        "one": "El lugar de trazo discontinuo se queda como está",
        "other": "Los {count} lugares de trazo discontinuo se quedan como están",
    },
    "gate-undecided": ("Aún no: cubra lo que tiene trazo discontinuo, o marque que se queda."),
    "gate-left-in": "Los programas aún encuentran algo en la imagen terminada de {title}.",
    "gate-read-count": "Los programas han vuelto a leer {read} de {total} imágenes terminadas.",
    # What is stated
    "gate-bare": "No hay nada marcado en esta imagen, y se ha de guardar así",
    "gate-bare-several": {
        "zero": "No hay nada marcado en lo que incluyo abajo, y se ha de guardar así",
        "one": "No hay nada marcado en 1 de estas imágenes, y se ha de guardar así",
        "other": "No hay nada marcado en {count} de estas imágenes, y se han de guardar así",
    },
    "gate-looked": "He mirado la imagen entera",
    "gate-face": "No se ve ninguna cara ni parte de una",
    "gate-writing": "No se ve ningún texto, número ni código que lleve a una persona",
    "gate-unique": (
        "No se ve nada que solo esta persona tenga: un tatuaje, una cicatriz, joyas, un rasgo poco "
        "común"
    ),
    "gate-face-besides": "Aparte de lo cubierto, no se ve ninguna cara ni parte de una",
    "gate-writing-besides": (
        "Aparte de lo cubierto, no se ve ningún texto, número ni código que lleve a una persona"
    ),
    "gate-unique-besides": (
        "Aparte de lo cubierto, no se ve nada que solo esta persona tenga: un tatuaje, una "
        "cicatriz, joyas, un rasgo poco común"
    ),
    "gate-lead": "Marque lo que sea cierto de esta imagen.",
    "gate-lead-one": "¿Se ve algo de esto?",
    "gate-lead-one-besides": "Aparte de lo cubierto, ¿se ve algo de esto?",
    "gate-ask-face": "¿Una cara, o parte de una?",
    "gate-ask-writing": "¿Texto, números o un código que lleven a una persona?",
    "gate-ask-unique": "¿Algo que solo esta persona tiene: un tatuaje, una cicatriz, joyas?",
    "gate-for-all": "Todas a la vez",
    "gate-for-all-help": (
        "Lo que marque aquí vale para las imágenes que aún no están aceptadas y que estuvieron "
        "enteras en su pantalla, y para las que incluya abajo por su nombre. Nunca vale para "
        "imágenes con propuestas."
    ),
    "gate-names": {
        "zero": "Aún no vale para ninguna imagen",
        "one": "La imagen para la que vale",
        "other": "Las {count} imágenes para las que vale",
    },
    # Images that were never on the screen
    "gate-never": {
        "zero": "Estas las incluyó usted por su nombre.",
        "one": "1 imagen nunca estuvo entera en su pantalla. Se deja fuera si no la marca.",
        "other": (
            "{count} imágenes nunca estuvieron enteras en su pantalla. Se dejan fuera las que no "
            "marque."
        ),
    },
    "gate-never-since": "{title} – desde entonces, entera en su pantalla",
    "gate-never-why": (
        "Recórralas; o marque las que haya mirado enteras en otro sitio, y lo que marque arriba "
        "vale también para ellas. Si esta página nunca mostró entera una imagen, su certificado lo "
        "dice."
    ),
    # What the buttons state and do
    "gate-save": {"one": "Guardar", "other": "Guardar las {count}"},
    "gate-save-some": {
        "zero": "Guardar ninguna: nada está aceptado aún",
        "one": "Guardar 1 imagen",
        "other": "Guardar {count} imágenes",
    },
    "gate-save-bare": "Guardar sin marcas",
    "gate-save-confirmed": "Guardar con las regiones propuestas",
    "gate-save-unread": "Guardar sin esperar",
    "gate-save-both": "Guardar con certificado",
    "gate-accept": "Aceptar",
    "gate-accept-bare": "Aceptar sin marcas",
    "gate-accept-confirmed": "Aceptar las regiones propuestas",
    "gate-accepted": "Aceptada – a la siguiente",
    "gate-states-bare": "Sin marcas",
    "gate-states-confirmed": "Con las regiones propuestas",
    "gate-says": "{does} – {says}",
    "gate-none-looked": "he mirado y no veo nada de esto",
    "gate-none-seen": "no veo nada de esto",
    "gate-none-looked-besides": "he mirado y no veo nada más de esto",
    "gate-none-seen-besides": "no veo nada más de esto",
    "gate-none-looked-rest": "he mirado y no veo nada de lo que no está marcado",
    "gate-none-seen-rest": "no veo nada de lo que no está marcado",
    "gate-none-looked-besides-rest": "he mirado y no veo nada más de lo que no está marcado",
    "gate-none-seen-besides-rest": "no veo nada más de lo que no está marcado",
    "gate-all-looked": "la he mirado toda",
    "gate-back": "Volver al editor",
    "gate-back-hint": "Dejar la revisión en esta imagen (E)",
    "gate-wait": "Aún no: la imagen terminada tiene que estar antes en su pantalla.",
    "gate-wait-making": (
        "Aún no: la imagen terminada todavía se está haciendo. Pulse de nuevo cuando la vea."
    ),
    "gate-unfinished": "Aún no: escriba por qué se conserva, o elija otra respuesta: {reasons}.",
    "gate-left-out": {
        "zero": "No se deja fuera ninguna.",
        "one": "1 se deja fuera: no está aceptada.",
        "other": "{count} se dejan fuera: no están aceptadas.",
    },
    # The list of a review
    "gate-list": "Imágenes que se guardarán",
    "gate-group-unopened": "Nunca abiertas: {number}",
    "gate-group-glanced": "Abiertas, no vistas enteras: {number}",
    "gate-group-unmarked": "Sin marcas: {number}",
    "gate-group-proposed": "Con propuestas: {number}",
    "gate-group-marked": "Marcadas: {number}",
    "gate-item-accepted": "{title}, aceptada",
    "gate-item-open": "{title}, sin aceptar",
    "gate-list-open": "{accepted} de {total} aceptadas",
}
