"""Words for what the engine reports, in Spanish: findings, identifiers, checks, places."""

FINDINGS = {
    "finding-alpha": "Partes transparentes, que pueden ocultar una imagen debajo",
    "finding-author-name": "Un nombre: autor, fotógrafo o titular de los derechos",
    "finding-camera-model": "La marca o el modelo de la cámara o del objetivo",
    "finding-camera-serial": "El número de serie de la cámara o del objetivo",
    "finding-capture-date": "Una fecha, por ejemplo la de la toma de la foto",
    "finding-colour-profile": "Un perfil de color",
    "finding-colour-profile-unusable": (
        "Un perfil de color que no se puede usar: los colores se toman como están"
    ),
    "finding-comment": "Un comentario escrito",
    "finding-contact": "Datos de contacto: correo electrónico, teléfono o dirección",
    "finding-content-credentials": "Credenciales de contenido: un historial firmado de la imagen",
    "finding-depth-map": "Un mapa de profundidad, que contiene la forma de lo fotografiado",
    "finding-description": "Una descripción, un título o palabras clave",
    "finding-document-id": "Un número que vincula este archivo con sus otras versiones",
    "finding-face-regions": "Posiciones de caras que ha encontrado una cámara o un programa",
    "finding-file-name": "El nombre de otro archivo, como el de la foto original",
    "finding-gain-map": "Una segunda imagen para pantallas brillantes (mapa de ganancia)",
    "finding-gps": "El lugar donde se tomó la foto (posición GPS)",
    "finding-iptc": "Un bloque de leyenda como los de las agencias de fotografía (IPTC)",
    "finding-location": "El nombre de un lugar",
    "finding-maker-note": (
        "Notas privadas del fabricante de la cámara, a menudo con números de serie"
    ),
    "finding-metadata-unreadable": "Datos añadidos que no se pudieron leer",
    "finding-more-findings": "Más de lo mismo, sin enumerar",
    "finding-motion-video": "Una grabación breve hecha junto con la foto",
    "finding-note-byte-counts": (
        "El archivo no dice cuánto ocupan los datos de la imagen: su final se halló al leerlos"
    ),
    "finding-note-chosen-palette": (
        "Sus colores están en una tabla que pudo elegirse para toda la imagen: lo que deja visible "
        "puede revelar algo de lo que cubre. Quien pueda rehacer con exactitud todo lo demás podrá "
        "comprobar una suposición. Abra la imagen anterior a esa tabla, si existe"
    ),
    "finding-note-coded-together": (
        "Su codificación depende de toda la imagen: lo que deja visible puede contener leves "
        "rastros "
        "de lo que cubre. Quien pueda rehacer con exactitud todo lo demás podrá comprobar una "
        "suposición. Abra la imagen anterior a esa codificación, si existe"
    ),
    "finding-note-checksum": (
        "Una parte del archivo de la que la imagen no depende tiene una suma de control errónea"
    ),
    "finding-note-implied-tables": (
        "El archivo omite sus tablas de códigos: se usaron las que da la norma"
    ),
    "finding-note-last-rows": (
        "Las últimas filas del fax están dañadas o faltan, y se dejaron en blanco"
    ),
    "finding-note-no-end": ("El archivo no tiene marca de final, pero la imagen está completa"),
    "finding-note-palette": "Los colores de la paleta están guardados de forma inusual (8 bits)",
    "finding-note-short-segment": (
        "Una parte que describe los colores es demasiado corta para leerla, y se pasó por alto"
    ),
    "finding-note-sizes": "Un tamaño indicado en el archivo es erróneo; la imagen está completa",
    "finding-note-surplus-restarts": (
        "Los datos de la imagen terminan con marcas que no corresponden: se pasaron por alto"
    ),
    "finding-note-uneven-resolution": (
        "Los píxeles de la imagen no son cuadrados: aquí y en lo que se guarda se ve comprimida o "
        "estirada"
    ),
    "finding-note-written-as-png": (
        "Un WebP sin pérdida con tantos píxeles se puede abrir, pero no escribir: se guarda como "
        "PNG, que es igual de exacto, si no se elige otro formato"
    ),
    "finding-owner-name": "El nombre del propietario de la cámara",
    "finding-person-name": "El nombre de una persona que aparece",
    "finding-photoshop-data": "Datos que dejó un editor de imágenes",
    "finding-profile-date": "La fecha del perfil de color",
    "finding-profile-text": "Texto dentro del perfil de color",
    "finding-second-picture": "Una segunda imagen dentro del mismo archivo",
    "finding-software": "El programa o el equipo que escribió el archivo",
    "finding-stray-bytes": "Bytes entre las partes del archivo",
    "finding-surplus-data": "Datos de imagen más allá del borde de la imagen",
    "finding-technical-data": "Valores técnicos sobre cómo mostrar o imprimir la imagen",
    "finding-thumbnail": (
        "Una pequeña vista previa de la foto, que puede mostrar lo que usted cubre"
    ),
    "finding-time-zone": "La zona horaria en la que se tomó la foto",
    "finding-trailing-bytes": "Bytes después del final de la imagen",
    "finding-unique-id": "Un número que es único de esta foto",
    "finding-unknown-segment": "Datos añadidos de un tipo que Pixelseal no conoce",
    "finding-web-link": "Una dirección web",
    "finding-xmp": "Un bloque de datos añadidos (XMP)",
    "where-after-the-end": "después del final",
    "where-gif-comment": "comentario GIF",
    "where-gif-text": "texto GIF",
    "where-heif-item": "elemento HEIF",
    "where-heif-property": "propiedad HEIF",
    "where-icc-profile": "perfil ICC",
    "where-jpeg-comment": "comentario JPEG",
    "where-png-text": "texto PNG",
    "profile-class": "es de una clase que no sirve para imágenes",
    "profile-curve": "contiene una curva que no se puede calcular",
    "profile-damaged": "está dañado",
    "profile-implausible": "los colores que da no pueden ser correctos",
    "profile-lut": "contiene una tabla que no es válida",
    "profile-pcs": "no se conoce su espacio de color de destino",
    "profile-space": "es para un tipo de colores distinto del de la imagen",
    "profile-tag-missing": "le falta una parte necesaria",
    "profile-too-large": "es mayor de 16 MB",
}

REASONS = {
    "reason-A": "Nombre",
    "reason-A-meaning": "Nombres, en una pulsera, etiqueta, historia clínica o credencial",
    "reason-B": "Lugar",
    "reason-B-meaning": (
        "Lugares menores que un estado: dirección, población, membrete, vista desde una ventana"
    ),
    "reason-C": "Fecha o edad",
    "reason-C-meaning": "Fechas más precisas que el año y edades superiores a 89 años",
    "reason-D": "Teléfono",
    "reason-D-meaning": "Números de teléfono",
    "reason-E": "Fax",
    "reason-E-meaning": "Números de fax",
    "reason-F": "Correo electrónico",
    "reason-F-meaning": "Direcciones de correo electrónico",
    "reason-G": "Número de la seguridad social",
    "reason-G-meaning": "Números de la seguridad social",
    "reason-H": "Número de historia clínica",
    "reason-H-meaning": "Números de historia clínica, también como código de barras",
    "reason-I": "Número de seguro médico",
    "reason-I-meaning": "Números de seguro médico, en una tarjeta sanitaria",
    "reason-J": "Número de cuenta",
    "reason-J-meaning": "Números de cuenta",
    "reason-K": "Licencia o certificado",
    "reason-K-meaning": (
        "Números de licencia y de certificado, en una credencial o un documento de identidad"
    ),
    "reason-L": "Vehículo",
    "reason-L-meaning": "Vehículos y sus placas o matrículas",
    "reason-M": "Dispositivo o número de serie",
    "reason-M-meaning": "Dispositivos y sus números de serie: implantes, bombas, cámaras",
    "reason-N": "Dirección web",
    "reason-N-meaning": "Direcciones web, también como código QR",
    "reason-O": "Dirección IP",
    "reason-O-meaning": "Direcciones de red (IP)",
    "reason-P": "Dedo, palma, iris",
    "reason-P-meaning": "Identificadores biométricos: dedo, palma, iris, oreja",
    "reason-Q": "Cara",
    "reason-Q-meaning": (
        "Caras e imágenes comparables, también de perfil, en espejos y en fotos de una pared"
    ),
    "reason-R": "Otra marca única",
    "reason-R-meaning": (
        "Cualquier otra marca única: tatuaje, cicatriz, marca de nacimiento, joya, código"
    ),
    # In plain words, for the short list of a region's reasons
    "chip-A": "Nombre",
    "chip-C": "Fecha o edad",
    "chip-H": "Número de paciente",
    "chip-Q": "Cara",
    "chip-R": "Tatuaje, cicatriz o código",
    "reason-other": "Otro",
    "reason-none": "Sin motivo",
}

CHECKS = {
    "check-structure": (
        "El archivo tiene solo las partes que su formato necesita, en un orden fijo."
    ),
    "check-nothing-else": "No hay bytes antes, entre ni después de esas partes.",
    "check-one-picture": (
        "Contiene una sola imagen, sin miniatura, vista previa, página ni fotograma aparte."
    ),
    "check-one-picture-pages": (
        "Contiene sus páginas y ninguna otra imagen: ni miniatura ni vista previa aparte."
    ),
    "check-no-alpha": (
        "No tiene transparencia ni tabla de colores en las que pudiera quedar algo."
    ),
    "check-constant-tables": (
        "Sus tablas de codificación, si las tiene, son las normalizadas y ninguna es propia de una "
        "cámara."
    ),
    "check-size": "La imagen tiene el tamaño y el tipo que debe tener.",
    "check-burned": (
        "Las áreas cubiertas se volvieron a leer y no contienen nada más que lo que las cubre."
    ),
    "check-burned-blocks": (
        "Se volvió a leer cada bloque entero dentro de las áreas cubiertas y contiene solo lo que "
        "lo cubre, con la exactitud que la codificación permite."
    ),
    "check-burned-small": (
        "Las áreas cubiertas son demasiado pequeñas para compararlas bloque a bloque en este "
        "formato."
    ),
    "check-burned-none": "No había ningún área que cubrir.",
    "check-source-bytes": (
        "No hay en el archivo 64 bytes seguidos de los que el original llevaba además de su "
        "imagen, "
        "salvo relleno."
    ),
    "check-source-texts": (
        "Ninguno de los textos de seis o más caracteres que se leyeron en los metadatos del "
        "original está en el archivo."
    ),
}
