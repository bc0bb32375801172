"""Words that stand in index.html, in Spanish."""

MARKUP = {
    "language": "Idioma",
    "starting": "Iniciando",
    "loading-engine": "Cargando el motor",
    "pages": "Páginas",
    "verify": "Verificar",
    "open-proof": "Sellada: ver la prueba",
    "help": "Ayuda",
    "no-scripts": (
        "Pixelseal funciona dentro de su navegador y necesita que se permitan sus scripts."
    ),
    "not-started": (
        "Esta página no puede iniciarse: una parte no llegó tal como se publicó. Cárguela de "
        "nuevo. Si es un archivo guardado, descárguelo otra vez en este dispositivo y ábralo "
        "desde ahí."
    ),
    # By the service worker
    "kept-altered": (
        "Lo que este navegador conserva de Pixelseal no es lo que se publicó: otra página de la "
        "misma dirección lo cambió, o no se llegó a guardar entera una versión más nueva. No se ha "
        "abierto y se borra. Vuelva a abrir Pixelseal con conexión."
    ),
    # The start
    "start-title": "Cubra lo que identifica al paciente",
    "start-text": "Suelte fotos aquí, pegue una o elíjalas. No salen de este dispositivo.",
    "add-images": "Añadir imágenes",
    "add-folder": "Añadir una carpeta",
    "add-photo": "Hacer una foto",
    "start-besides": (
        "Una receta (.json) elegida junto con las imágenes se aplica a cada una; también pueden "
        "acompañarlas un proyecto (.json) o una tabla de ID alternativos (.csv)."
    ),
    "details": "Detalles",
    "try-sample": "Probar con un ejemplo",
    "promise-sealed": (
        "*Sellado* Esta página no puede enviar nada: se aísla de la red antes de que usted abra "
        "una foto."
    ),
    "promise-burned": (
        "*Borrado* Lo que usted cubre desaparece del archivo; no queda oculto bajo una capa."
    ),
    "promise-clean": (
        "*Limpio* Dónde y cuándo se hizo la foto y con qué cámara: todo eso queda fuera."
    ),
    "promise-proven": (
        "*Demostrado* Si lo desea, cada imagen lleva un certificado con el que cualquiera la "
        "comprueba."
    ),
    "dismiss": "Descartar",
    # The offline copy
    "copy-offer": (
        "Esta página en un solo archivo: se abre con doble clic, sin red y sin servidor."
    ),
    "copy-save": "Guardar copia sin conexión",
    "kept": (
        "Este navegador ha guardado el programa: la próxima vez esta dirección se abre sin red."
    ),
    "copy-busy": "Preparando el archivo …",
    "copy-saved": "Se ha guardado {name}: la misma página, byte por byte tal como se publicó.",
    # The tools
    "image": "Imagen",
    "toolbar": "Marcado",
    "view-tools": "Vista",
    "phone-bar": "Cubrir, deshacer, resultado, más, guardar",
    "phone-cover": "Cubrir",
    "phone-more": "Más",
    "phone-more-hint": "Marcas, lo que lleva el archivo, la comprobación y cómo se guarda",
    "gate-shown-why": (
        "Esta es la imagen terminada, tal como se guardará. Solo a tamaño completo se puede leer "
        "la letra pequeña."
    ),
    "menu": "Menú",
    "tool-mark": "Rectángulo",
    "tool-ellipse": "Elipse",
    "tool-polygon": "Polígono",
    "tool-brush": "Pincel",
    "tool-keep": "Conservar solo esta área",
    "tool-crop": "Recortar",
    "tool-select": "Seleccionar",
    "find": "Buscar",
    "find-hint": "Buscar rostros, texto y códigos en esta imagen: se proponen",
    "find-all": "Buscar en todas",
    "find-all-hint": "Buscar rostros, texto y códigos en todas mientras trabaja: sí o no",
    "finding": "Búsqueda",
    "find-stop": "Detener",
    "find-stop-hint": "Detener aquí: lo ya propuesto se queda",
    "tool-mark-hint": "Rectángulo (R)",
    "tool-ellipse-hint": "Elipse (E)",
    "tool-polygon-hint": "Polígono (P)",
    "tool-brush-hint": "Pincel (B)",
    "tool-keep-hint": "Conservar solo esta área (K)",
    "tool-crop-hint": "Recortar (C)",
    "tool-select-hint": "Seleccionar: mover regiones, arrastrar la imagen (V)",
    "brush-size": "Tamaño del pincel",
    "brush-smaller": "Pincel más pequeño ([)",
    "brush-larger": "Pincel más grande (])",
    "add-region": "Añadir región",
    "add-region-hint": "Añadir una región en el centro (N)",
    "undo": "Deshacer",
    "undo-hint": "Deshacer (Ctrl+Z)",
    "redo": "Rehacer",
    "redo-hint": "Rehacer (Ctrl+Y)",
    "delete": "Eliminar",
    "delete-hint": "Eliminar la región seleccionada (Supr)",
    "turn-left": "Girar a la izquierda",
    "turn-left-hint": "Girar a la izquierda (Mayús+T)",
    "turn-right": "Girar a la derecha",
    "turn-right-hint": "Girar a la derecha (T)",
    "mirror": "Reflejar",
    "mirror-hint": "Reflejar: la izquierda y la derecha se intercambian (X)",
    "zoom-out": "Alejar",
    "zoom-out-hint": "Alejar (-)",
    "zoom-in": "Acercar",
    "zoom-in-hint": "Acercar (+)",
    "zoom-fit": "Ajustar",
    "zoom-fit-hint": "Mostrar la imagen entera (0)",
    "zoom-actual": "100 %",
    "zoom-actual-hint": "Un píxel de la imagen es un píxel de la pantalla (1)",
    "marking-area": "Área de marcado",
    "marking-help": (
        "Pulse N para añadir una región, las flechas para moverla, Alt y una flecha para cambiar "
        "su tamaño, el punto y la coma para recorrer las regiones y Supr para eliminar. La ayuda "
        "muestra todas las teclas."
    ),
    "retry": "Reintentar",
    # The panel
    "this-image": "Esta imagen",
    "regions-title": "Regiones",
    "regions-hint": "Arrastre sobre la imagen para cubrir algo o pulse *Añadir región*.",
    "exact-x": "x",
    "exact-y": "y",
    "exact-width": "ancho",
    "exact-height": "alto",
    "reasons-all": "Detalles: todos los motivos por letra",
    "cover-with": "Cubrir con",
    "method": "Método",
    "colour": "Color",
    "strength": "Píxeles por celda",
    "carries-title": "Lo que lleva este archivo",
    "file-notes-title": "Sobre el archivo en sí",
    "letters-help": (
        "Las letras son las de los 18 identificadores de la norma de privacidad sanitaria de los "
        "Estados Unidos (HIPAA, 45 CFR 164.514(b)): A es un nombre, B un lugar, C una fecha, etc."
    ),
    "save-title": "Guardar",
    "output-format": "Formato",
    "output-quality": "Calidad",
    "bare-note": "No hay nada marcado. Todo lo que se ve seguirá siendo visible.",
    "alternate-id": "ID alternativo",
    "optional": "opcional",
    "save-image": "Guardar imagen",
    "save-both": "Guardar con certificado",
    "save-both-hint": "La imagen y su certificado en un ZIP",
    "save-certificate": "Guardar certificado",
    "save-certificate-hint": "Opcional: un texto con el que cualquiera comprueba la imagen.",
    "save-record": "Guardar registro privado",
    "save-record-hint": "Solo para usted: dice de qué foto salió la imagen.",
    "recipe-title": "Receta: solo las marcas de esta imagen",
    "recipe-help": (
        "Un archivo pequeño que dice dónde cubrir, sin la imagen y sin nombres. Añádalo junto con "
        "imágenes del mismo tipo y se aplica a cada una."
    ),
    "save-recipe": "Guardar receta",
    # The strip
    "previous": "Anterior",
    "previous-hint": "Imagen anterior (Re Pág)",
    "next": "Siguiente",
    "next-hint": "Imagen siguiente (Av Pág)",
    "show": "Mostrar",
    "close-chosen": "Cerrarlas",
    "choose-all": "Elegir todas",
    "choose-all-hint": "Elegir todas las imágenes de la lista (Ctrl+A)",
    "choose-none": "No elegir ninguna",
    "choose-none-hint": "No elegir ninguna (Esc)",
    "open-images": "Imágenes abiertas",
    "save-chosen": "Guardar las elegidas",
    "save-chosen-hint": "Guardar las imágenes elegidas con sus certificados en un ZIP",
    "save-all": "Guardar todas",
    "cancel": "Cancelar",
    # The verify view
    "verify-title": "Verificar una imagen",
    "verify-text": (
        "Elija imágenes y sus certificados, con sus firmas (.sig) si las hay, o suéltelos aquí, "
        "incluso carpetas enteras, ZIP o paquetes. De cada una sabrá si es exactamente el archivo "
        "que su certificado nombra, y qué demuestra eso."
    ),
    "verify-image": "Archivos de imagen",
    "verify-certificate": "Archivos de certificado",
    "verify-signers": "Lista de firmantes (si la tiene)",
    "verify-check": "Comparar",
    "close": "Cerrar",
}
