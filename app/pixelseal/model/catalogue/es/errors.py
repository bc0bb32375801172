"""Sentences for codes of errors, in Spanish."""

ERRORS = {
    # The file that was opened
    "empty-file": (
        "Este archivo está vacío. Vuelva a elegir la foto o cópiela de nuevo desde la cámara."
    ),
    "not-an-image": (
        "Este archivo no es una imagen que Pixelseal conozca, diga lo que diga su nombre. "
        "Elija una foto, o guárdelo como JPEG o PNG con un programa que lo abra."
    ),
    "format-unsupported": (
        "Pixelseal todavía no puede abrir este tipo de archivo: {format}. Guárdelo como JPEG, "
        "PNG o TIFF con un programa que lo abra."
    ),
    "file-truncated": (
        "Esta imagen está incompleta: le falta el final o una parte de su detalle. Cópiela de "
        "nuevo desde su origen. Si se creó así, ábrala en otro programa y guárdela como JPEG o PNG."
    ),
    "file-damaged": (
        "Esta imagen está dañada y no se puede leer con seguridad. Cópiela de nuevo desde su "
        "origen, o ábrala en otro programa y guárdela como JPEG o PNG."
    ),
    "too-many-bytes": (
        "Este archivo es demasiado grande: más de {limit_mb} MB. Guárdelo comprimido, o por "
        "partes, con otro programa."
    ),
    "too-many-pixels": (
        "Esta imagen tiene demasiados píxeles: más de {limit_mp} megapíxeles. Guarde una "
        "copia más pequeña, o una parte, con otro programa."
    ),
    "webp-too-large": (
        "Este WebP tiene más de {limit_mp} megapíxeles y su decodificador necesitaría demasiada "
        "memoria. Guárdelo antes como PNG o JPEG con otro programa."
    ),
    "webp-not-written": (
        "Un WebP de este tipo se escribe hasta {limit_mp} megapíxeles: su codificador necesitaría "
        "demasiada memoria. Elija PNG o JPEG."
    ),
    "too-many-pages": (
        "Este archivo tiene más de {limit} páginas o fotogramas. Guárdelo como varios "
        "archivos de menos páginas con otro programa."
    ),
    "zero-size": (
        "Esta imagen indica un ancho o un alto de cero. Expórtela de nuevo desde su origen."
    ),
    "animated": (
        "Este archivo es una animación de {frames} fotogramas. Pixelseal todavía no abre "
        "animaciones, para no pasar ningún fotograma por alto. Guarde sus fotogramas como "
        "imágenes sueltas con otro programa."
    ),
    "jpeg-lossless": (
        "Este es un JPEG sin pérdida, que Pixelseal no abre. Guárdelo como PNG o TIFF con otro "
        "programa."
    ),
    "jpeg-12-bit": (
        "Este JPEG tiene más de 8 bits por muestra; Pixelseal no lo abre. Guárdelo como PNG o "
        "TIFF de 16 bits con otro programa."
    ),
    "side-too-long": (
        "Esta imagen es más ancha o más alta que los {limit} píxeles que se pueden abrir. "
        "Guárdela por partes con otro programa."
    ),
    "tiff-short-strips": (
        "Este TIFF contiene menos datos de imagen de los que declara. Pixelseal no lo abre, "
        "porque un decodificador podría rellenar el resto con otra cosa. Cópielo de nuevo "
        "desde su origen."
    ),
    "tiff-stack": (
        "Este TIFF es una pila de {images} imágenes guardadas como una sola página: solo se "
        "mostraría la primera. Guárdela como un archivo por imagen (en ImageJ: File, Save As, "
        "Image Sequence) y abra esos archivos."
    ),
    "expands-too-much": (
        "Este archivo, al descomprimirse, ocupa mucho más de lo que su tamaño permite. No se "
        "ha abierto. Guárdelo como PNG o JPEG con otro programa."
    ),
    # The recipe
    "recipe-not-json": "La receta no es un archivo JSON legible. Guárdela de nuevo donde se hizo.",
    "recipe-version": (
        "Esta receta se hizo para otra versión de Pixelseal. Ábrala con aquella o guárdela de "
        "nuevo con esta."
    ),
    "recipe-unknown-key": (
        "La receta tiene una entrada que Pixelseal no conoce: {key}. Quítela o guarde la receta de "
        "nuevo."
    ),
    "recipe-wrong-type": (
        "Una entrada de la receta es de un tipo incorrecto: {key}. Corríjala (docs/recipe.md) o "
        "guarde la receta de nuevo."
    ),
    "recipe-out-of-range": (
        "Una entrada de la receta está fuera de los límites: {key}. Corríjala (docs/recipe.md) o "
        "guarde la receta de nuevo."
    ),
    "recipe-size-mismatch": (
        "La receta se hizo para una imagen de otro tamaño. Elija la receta de esta imagen."
    ),
    "region-outside": (
        "Una región queda por completo fuera de la imagen. Muévala dentro de la imagen o quítela."
    ),
    "method-not-for-text": (
        "La región {region} no puede ser un mosaico ni un desenfoque: su motivo es un texto, un "
        "número o una marca, que se pueden reconstruir. Use un relleno de color."
    ),
    "method-too-weak": (
        "El mosaico o desenfoque de la región {region} es demasiado débil para su tamaño: se "
        "podría revertir. Use {least} píxeles o más, o un relleno de color."
    ),
    "shapes-too-large": (
        "Las elipses, los polígonos y los trazos de pincel son demasiados o demasiado grandes en "
        "conjunto. Use rectángulos o menos formas."
    ),
    "softened-too-often": (
        "Los mosaicos y desenfoques se superponen más de {limit} veces. "
        "Use colores sólidos, o use menos."
    ),
    "keep-too-small": "No quedaría nada del área que se conserva. Hágala más grande.",
    "crop-too-small": "No quedaría nada del recorte. Hágalo más grande.",
    "recipe-alone": (
        "Se abrió una receta, pero ninguna imagen a la que aplicarla. Añada las dos a la vez."
    ),
    "recipe-several": (
        "Solo se puede usar una receta a la vez. Esta se ha omitido: úsela después de la otra."
    ),
    # The project
    "project-not-json": (
        "El proyecto no es un archivo JSON legible, o es demasiado largo. Elija el archivo que se "
        "guardó como proyecto."
    ),
    "project-version": (
        "Este proyecto se hizo para otra versión de Pixelseal. Ábralo con esa versión."
    ),
    "project-unreadable": (
        "Una entrada del proyecto no es válida: {key}. No se ha cambiado nada. Elija el proyecto "
        "tal como se guardó."
    ),
    "project-too-large": (
        "Un proyecto contiene como máximo {images} imágenes y 16 millones de caracteres. No se ha "
        "guardado nada: cierre algunas imágenes y guárdelas en un proyecto propio."
    ),
    "project-several": (
        "Solo se puede abrir un proyecto a la vez. Este se ha omitido: ábralo después del otro."
    ),
    # The review
    "finding-unreadable": (
        "Lo que se declara sobre programas que han mirado no es válido: {key}. Elija el archivo "
        "tal como se guardó."
    ),
    "review-not-json": (
        "La revisión no es un archivo JSON legible. Guárdela de nuevo donde se hizo."
    ),
    "review-version": (
        "Esta revisión se hizo para otra versión de Pixelseal. Úsela con aquella o declárela de "
        "nuevo con esta."
    ),
    "review-unreadable": (
        "Una entrada de la revisión no es válida: {key}. Corríjala (docs/review.md) o guárdela de "
        "nuevo."
    ),
    # A table of alternate IDs
    "ids-empty": (
        "Esta tabla no contiene ID alternativos. Escriba en cada línea: nombre de origen, ID "
        "alternativo."
    ),
    "ids-encoding": ("Esta tabla no es texto UTF-8. Guárdela desde su programa como «CSV UTF-8»."),
    "ids-too-many": (
        "Esta tabla es demasiado larga: se pueden usar {limit} filas como máximo. Divídala, y con "
        "ella las imágenes."
    ),
    "ids-no-prefix": (
        "Los nombres no pueden empezar así. Use hasta {most} letras, cifras, . _ o -, con una "
        "letra o cifra al principio."
    ),
    "ids-two-columns": (
        "La línea {line} no es un nombre de origen y un ID alternativo. No se ha cambiado nada. "
        "Corrija la línea y abra la tabla de nuevo."
    ),
    "ids-quotes": (
        "Las comillas de la línea {line} no se cierran. No se ha cambiado nada. Corrija la línea y "
        "abra la tabla de nuevo."
    ),
    "ids-not-an-id": (
        "La línea {line} no tiene un ID alternativo utilizable: de 1 a 64 letras sin tilde, "
        "cifras, . _ o -, primero una letra o una cifra, al final ningún punto, y ningún nombre "
        "reservado por Windows (CON, NUL, COM1 …). No se ha cambiado nada. Corrija la línea y abra "
        "la tabla de nuevo."
    ),
    "ids-name-twice": (
        "Las líneas {first} y {line} tienen el mismo nombre de origen. No se ha cambiado nada. "
        "Quite una y abra la tabla de nuevo."
    ),
    "ids-id-twice": (
        "Las líneas {first} y {line} tienen el mismo ID alternativo. No se ha cambiado nada. Dé "
        "otro ID a una y abra la tabla de nuevo."
    ),
    "ids-several": (
        "Solo se puede usar una tabla de ID alternativos a la vez. Esta se ha omitido: reúnalas en "
        "una sola tabla."
    ),
    # The result
    "output-unsupported": (
        "Aquí no se pueden escribir archivos {format}: falta el componente que los escribe. Elija "
        "otro formato."
    ),
    "output-too-large": (
        "Un archivo {format} no puede contener una imagen de este tamaño. Elija otro formato."
    ),
    "audit-failed": (
        "El resultado no superó su propia comprobación ({check}) y no se entrega. Elija otro "
        "formato u otro método para sus regiones."
    ),
    "certificate-altered": (
        "El texto del certificado se modificó o no lo escribió Pixelseal: línea {line}. Pídalo de "
        "nuevo."
    ),
    "certificate-newer": (
        "Este certificado es de una versión que aquí no se conoce. Use un Pixelseal más nuevo."
    ),
    "certificate-unreadable": (
        "Esto no es un certificado de Pixelseal que se pueda leer. Elija el archivo de texto que "
        "se guardó con la imagen."
    ),
    # The engine
    "engine-crashed": (
        "El motor se detuvo y se ha iniciado de nuevo. Sus marcas se conservan: inténtelo otra vez."
    ),
    "engine-failed": (
        "No se pudo iniciar el motor en este navegador. Cierre otras páginas y vuelva a abrir esta."
    ),
    # The finders
    "finders-failed": (
        "La búsqueda de rostros, texto y códigos se detuvo y no encontró nada en esta imagen. Sus "
        "marcas se conservan: revísela usted mismo o inténtelo otra vez."
    ),
    "finders-missing": (
        "Esta página vino sin la búsqueda de rostros, texto y códigos. Abra pixelseal-find.html o "
        "cárguela en la dirección de esta página."
    ),
    "cancelled": "Detenido, como usted pidió. Sus marcas se conservan.",
    "file-unreadable": (
        "Este archivo ya no se puede leer: se ha movido o se ha retirado su dispositivo. Elíjalo "
        "de nuevo."
    ),
    "output-exists": (
        "Ya hay un archivo llamado {name}. Se ha dejado como está. Elija otra carpeta o retire ese "
        "archivo."
    ),
    "not-written": (
        "El resultado no se pudo escribir allí: no hay espacio o no hay permiso. Elija otro lugar."
    ),
    "not-shared": (
        "Este navegador no compartió la imagen. Guárdela y envíe el archivo usted mismo."
    ),
    "not-as-written": (
        "Lo que se escribió se ha releído y no es lo mismo. No lo use: guarde en otro lugar."
    ),
    "sums-not-as-written": (
        "La lista de sumas de comprobación (SHA256SUMS) no se pudo escribir correctamente. Las "
        "imágenes están bien; guarde otra vez para obtener la lista."
    ),
    "engine-fault": (
        "El motor encontró un problema inesperado. La imagen no se ha modificado. Inténtelo otra "
        "vez o guárdela como PNG con otro programa."
    ),
    # The page
    "not-secure-context": (
        "Esta página se abrió por una conexión en la que los navegadores no confían. Ábrala por "
        "HTTPS o abra el archivo guardado."
    ),
    "browser-too-old": "Este navegador es demasiado antiguo para Pixelseal. Use uno actual.",
    "pack-not-reached": (
        "No se pudo cargar una parte de Pixelseal. Compruebe la conexión y vuelva a cargar la "
        "página."
    ),
    "pack-changed": (
        "Una parte de Pixelseal no es la que corresponde a esta página, por lo que no se ha "
        "iniciado nada. Vuelva a cargarla; si ocurre otra vez, avise a quienes mantienen la página."
    ),
    "pack-damaged": (
        "Una parte de Pixelseal llegó dañada, por lo que no se ha iniciado nada. Vuelva a cargar "
        "la página."
    ),
    "file-altered": (
        "Este archivo está dañado o fue alterado, por lo que no se usa nada de él. "
        "Descárguelo de nuevo de donde se publica y compare su SHA-256."
    ),
    "host-reports": (
        "El servidor de esta página pide al navegador que le envíe informes, lo que continuaría a "
        "pesar del sello. Use el archivo guardado y avise a quienes mantienen la página."
    ),
    "seal-failed": (
        "Este navegador no confirmó que la página esté aislada de la red. Vuelva a cargarla o use "
        "otro navegador."
    ),
    "copy-failed": (
        "No se pudo preparar la copia sin conexión, porque una parte de la página falta o está "
        "dañada. No se ha guardado nada. Vuelva a cargar la página e inténtelo de nuevo."
    ),
    "page-fault": "Algo falló en esta página. Sus marcas se conservan: inténtelo otra vez.",
    "engine-not-ready": "El motor todavía se está iniciando. Inténtelo de nuevo en un momento.",
    "not-sealed": (
        "La página todavía no está sellada, por lo que no se puede abrir ninguna imagen. Espere a "
        "que lo esté."
    ),
    "out-of-memory": (
        "No hubo memoria suficiente para esta imagen. Sus marcas se conservan. Cierre otras "
        "imágenes y páginas e inténtelo otra vez."
    ),
    # Anything else
    "unknown-code": "Algo salió mal ({code}). Inténtelo otra vez.",
}
