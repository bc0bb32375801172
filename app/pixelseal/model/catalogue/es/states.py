"""What the page says about itself, an image and a verdict, in Spanish."""

STATES = {
    # The page and its engine
    "seal-loading": "Cargando",
    "seal-loading-detail": "{percent} %",
    "seal-sealing": "Sellando",
    "seal-sealing-detail": "Se está aislando esta página de la red.",
    "seal-checking": "Comprobando",
    "seal-checking-detail": (
        "Nada puede salir de esta página. Usted ya puede abrir imágenes; no se genera nada antes "
        "de comparar todo este archivo con lo publicado."
    ),
    "seal-sealed": "Sellada",
    "seal-sealed-detail": "Nada puede salir de esta página.",
    "seal-sealed-starting": (
        "Nada puede salir de esta página. Aún se está preparando; usted ya puede marcar."
    ),
    "seal-sealed-restarting": (
        "Nada puede salir de esta página. Se prepara de nuevo; sus marcas se conservan."
    ),
    "seal-sealed-failed": (
        "Nada puede salir de esta página, pero aquí no puede trabajar. Cárguela otra vez."
    ),
    "seal-refused": "Sin sellar",
    "seal-refused-detail": "{reason} No se puede abrir ninguna imagen.",
    # An image
    "state-waiting": "En espera",
    "state-ready": "Lista",
    "state-proposed": "Por confirmar",
    "state-marked": "Marcada",
    "state-working": "En proceso …",
    "state-made": "Sin guardar",
    "state-saved": "Guardada",
    "state-problem": "Requiere atención",
    "state-refused": "No se puede abrir",
    "state-and-regions": "{state}, {regions}",
    "filter-all": "Todas ({number})",
    "filter-unmarked": "Sin marcas ({number})",
    "dropped-nothing": (
        "No se ha soltado ningún archivo. Guarde antes la imagen como archivo, y suéltelo o "
        "elíjalo."
    ),
    "pasted-nothing": (
        "No hay ninguna imagen que pegar. Copie la imagen misma, o elija su archivo."
    ),
    "filter-unseen": "Sin mirar ({number})",
    "filter-proposed": "Por confirmar ({number})",
    "filter-unsaved": "Marcadas, sin guardar ({number})",
    "filter-saved": "Guardadas ({number})",
    "filter-failed": "Con un problema ({number})",
    "size": "{width} × {height} píxeles",
    "size-and-format": "{width} × {height} píxeles, {format}",
    "waits-for-result": "Trabajando en esta imagen …",
    "waits-for-findings": (
        "Usted ya puede marcar. Podrá guardar cuando se haya examinado el archivo."
    ),
    "waits-for-confirming": ("Para guardar hay que confirmar o descartar antes lo que se propuso."),
    "not-shown": "Este archivo no se puede abrir.",
    "draws-page": "Se está dibujando esta página …",
    "draws-file": (
        "Su navegador no puede mostrar este tipo de archivo. Pixelseal lo está dibujando …"
    ),
    # What the file carries
    "carries-refused": "No se pudo abrir el archivo.",
    "carries-unknown": "Este archivo todavía no se ha examinado.",
    "carries-nothing": "No se encontró nada además de la imagen.",
    "carries-findings": "Todo esto desaparece al guardar.",
    "carries-where": "Este archivo dice dónde se hizo la foto (GPS).",
    "gone-nothing": (
        "Nada además de la imagen, ni antes ni después: se comprobó el archivo terminado."
    ),
    "gone-findings": (
        "Todo esto ha desaparecido de la imagen limpia, y se comprobó en el archivo terminado: se "
        "construyó de nuevo solo a partir de los píxeles."
    ),
    "finding-gone": "eliminado y comprobado",
    "made": "Creada y comprobada",
    "made-checks": "El archivo terminado superó {passed} de {total} comprobaciones",
    # The verify view
    "verify-progress": "{done} de {total}",
}
