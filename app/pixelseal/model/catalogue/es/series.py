"""Words about the same regions on several images, in Spanish."""

SERIES = {
    "kind-proposed-region": "Región propuesta",
    "kind-proposed-moved": "Región propuesta, movida a lo que se encontró",
    "moved-to-found": "movida",
    "moved-row": "movida · {said}",
    "kind-proposed-keep": "Área propuesta que se conserva",
    "kind-proposed-crop": "Recorte propuesto",
    # Copying
    "chosen-images": "Imágenes elegidas",
    "copy-regions": {
        "one": "Copiar regiones a la 1 elegida",
        "other": "Copiar regiones a las {count} elegidas",
    },
    "copied": {
        "one": "Propuestas en 1 imagen. Mírela y confirme.",
        "other": "Propuestas en {count} imágenes. Mire cada una y confirme.",
    },
    "copied-scaled": {
        "one": "1 de ellas tiene otro tamaño: se han escalado.",
        "other": "{count} de ellas tienen otro tamaño: se han escalado.",
    },
    "copied-moved": {
        "one": "En 1 de ellas se movieron regiones a lo que se encontró.",
        "other": "En {count} de ellas se movieron regiones a lo que se encontró.",
    },
    "left-shape": {
        "one": "1 omitida: tiene otra forma y las regiones quedarían en otro sitio.",
        "other": "{count} omitidas: tienen otra forma y las regiones quedarían en otro sitio.",
    },
    "left-early": {
        "one": "1 omitida: el motor todavía no ha examinado el archivo.",
        "other": "{count} omitidas: el motor todavía no ha examinado los archivos.",
    },
    "left-refused": {
        "one": "1 omitida: no se puede abrir.",
        "other": "{count} omitidas: no se pueden abrir.",
    },
    "left-there": {
        "one": "1 omitida: ya tiene las mismas regiones.",
        "other": "{count} omitidas: ya tienen las mismas regiones.",
    },
    "left-chosen": "Lo omitido sigue elegido.",
    # While many are gone through
    "series-progress": "{done} de {total}",
    "series-stop": "Detener",
    "series-stop-hint": "Detener aquí: lo ya hecho en las imágenes se queda",
    "series-stopped": {
        "one": "{said} Detenido: no se ha llegado a 1 imagen.",
        "other": "{said} Detenido: no se ha llegado a {count} imágenes.",
    },
    # Confirming
    "proposals": "Regiones propuestas",
    "to-confirm": {"one": "1 por confirmar", "other": "{count} por confirmar"},
    "proposals-waiting": {
        "one": "¿Está en su sitio la marca discontinua? Intro la confirma.",
        "other": "¿Están en su sitio las {count} marcas discontinuas? Intro las confirma.",
    },
    "confirm": "Confirmar",
    "confirm-hint": "Confirmar (Intro)",
    "discard": "Descartar",
    "proposed": {"one": "1 propuesta", "other": "{count} propuestas"},
    "confirmed": {"one": "Confirmada: 1 propuesta", "other": "Confirmadas: {count} propuestas"},
    "discarded": "Propuestas descartadas",
    "look-first": "La imagen todavía no está en pantalla. Mírela antes de confirmar.",
    "look-at-all": "Una parte quedaba fuera. Esta es la imagen entera: mírela y luego confirme.",
    "confirmed-next": {
        "one": "Confirmada. Esta es la última imagen que espera.",
        "other": "Confirmada. Esperan {count} imágenes, primero esta.",
    },
    "confirmed-last": "Confirmada. Ya no espera ninguna imagen.",
    "confirm-chosen": "Confirmar elegidas",
    "confirm-chosen-hint": "Confirmar las imágenes elegidas que ha visto con sus marcas",
    "confirmed-chosen": {
        "one": "Confirmada en 1 imagen.",
        "other": "Confirmadas en {count} imágenes.",
    },
    "confirmed-not-shown": {
        "one": "Sin confirmar, porque no estuvo entera en pantalla: {names}.",
        "other": "{count} sin confirmar, porque no estuvieron enteras en pantalla: {names}.",
    },
    "and-more": {"one": "{names} y 1 más", "other": "{names} y {count} más"},
    "state-met": "{state}, mostrada",
    "output-given": "Las {count} imágenes se guardarán así.",
    "copy-later": "Espere a que se compruebe la imagen y copie después sus regiones.",
}
