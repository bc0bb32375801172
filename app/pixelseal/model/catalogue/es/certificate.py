"""Certificates in Spanish: what each English paragraph of them means. Only the English counts.

Pairs of templates, each `{}` taken over as it stands. A paragraph is a line with its continuations,
parted by single blanks. What the audit checked and what letters mean is in the other tables.
"""

HEAD = (
    "Traducción al español. Solo cuenta el texto inglés del certificado {name}: es el que se "
    "comprueba y se firma. Esta traducción la hizo Pixelseal {version} y no prueba nada por sí "
    "sola."
)

# What programs miss is said in the singular of one, in both languages.
ONE = ((" 1 face,", " 1 faces,"), (" 1 line of", " 1 lines of"), (" 1 code.", " 1 codes."))
ONE_THERE = (
    (" 1 caras,", " 1 cara,"),
    (" 1 líneas de", " 1 línea de"),
    (" 1 códigos.", " 1 código."),
)

PARAGRAPHS = (
    ("Pixelseal certificate, version {}", "Certificado de Pixelseal, versión {}"),
    ("File: {}", "Archivo: {}"),
    ("SHA-256: {}", "SHA-256: {}"),
    ("Size: {} bytes", "Tamaño: {} bytes"),
    (
        "Picture: {}, {} by {} pixels, {} bits a sample",
        "Imagen: {}, {} por {} píxeles, {} bits por muestra",
    ),
    ("Picture: {}, {} by {} pixels", "Imagen: {}, {} por {} píxeles"),
    ("Page: {} of {} of the original", "Página: {} de {} del original"),
    ("Pages: all {}", "Páginas: todas, {}"),
    ("What was done", "Lo que se hizo"),
    (
        "- The image was written anew from its pixels; nothing else was taken over from the "
        "original file.",
        "- La imagen se escribió de nuevo a partir de sus píxeles; no se tomó nada más del archivo "
        "original.",
    ),
    ("- Its colours were brought to sRGB.", "- Sus colores se llevaron a sRGB."),
    ("- No region was covered.", "- No se cubrió ninguna región."),
    (
        "- Regions covered with the solid colour {}: {}",
        "- Regiones cubiertas con el color liso {}: {}",
    ),
    (
        "- Regions under a mosaic, which can sometimes be reversed: {}",
        "- Regiones bajo un mosaico, que a veces puede revertirse: {}",
    ),
    (
        "- Regions blurred, which can sometimes be reversed: {}",
        "- Regiones desenfocadas, lo que a veces puede revertirse: {}",
    ),
    (
        "- All outside of the areas to keep was covered with the solid colour {}. Areas to keep: "
        "{}",
        "- Todo lo que queda fuera de las zonas conservadas se cubrió con el color liso {}. Zonas "
        "conservadas: {}",
    ),
    ("- The picture was turned.", "- La imagen se giró."),
    (
        "- The picture was mirrored: left and right are exchanged.",
        "- La imagen se reflejó: izquierda y derecha están intercambiadas.",
    ),
    (
        "- The picture was cropped: what was cut off is not in the file.",
        "- La imagen se recortó: lo que se cortó no está en el archivo.",
    ),
    (
        "- The original was coded in a way in which pixels outside can depend on what was covered "
        "or cut off. Whoever can rebuild all the rest exactly can test a guess of it against this "
        "file.",
        "- El original estaba codificado de un modo en que píxeles de fuera pueden depender de lo "
        "que se cubrió o se cortó. Quien pueda reconstruir exactamente todo lo demás puede probar "
        "una suposición sobre ello con este archivo.",
    ),
    (
        "Reasons given for the regions, by the letters of 45 CFR 164.514(b)(2)(i); a region can "
        "have several",
        "Motivos dados para las regiones, según las letras de 45 CFR 164.514(b)(2)(i); una región "
        "puede tener varios",
    ),
    (
        "Reasons given for the regions, by the letters of 45 CFR 164.514(b)(2)(i)",
        "Motivos dados para las regiones, según las letras de 45 CFR 164.514(b)(2)(i)",
    ),
    ("Reasons given for the regions", "Motivos dados para las regiones"),
    ("- Other: {}", "- Otro: {}"),
    ("- No reason given: {}", "- Sin motivo: {}"),
    ("How far it was looked at", "Hasta dónde se miró"),
    (
        "- The whole picture was on the screen at full size.",
        "- Toda la imagen estuvo en la pantalla a tamaño completo.",
    ),
    (
        "- A person stated that they looked at the whole picture.",
        "- Una persona declaró que miró toda la imagen.",
    ),
    (
        "- Nobody stated that they looked at the whole picture.",
        "- Nadie declaró que miró toda la imagen.",
    ),
    (
        "- The page showed the whole picture, smaller than at full size.",
        "- La página mostró toda la imagen, más pequeña que a tamaño completo.",
    ),
    (
        "- The page never showed the whole picture.",
        "- La página nunca mostró toda la imagen.",
    ),
    (
        '- Answered "cannot be seen in the finished picture": {}',
        "- Respondido «no se ve en la imagen terminada»: {}",
    ),
    ('- Answered "is not in the picture": {}', "- Respondido «no está en la imagen»: {}"),
    ('- Answered "was covered": {}', "- Respondido «se cubrió»: {}"),
    ('- Answered "was cropped away": {}', "- Respondido «se recortó»: {}"),
    (
        '- Answered "was kept, for a reason that the private record holds": {}',
        "- Respondido «se conservó, por un motivo que consta en el registro privado»: {}",
    ),
    ("- Not answered: {}", "- Sin respuesta: {}"),
    (
        "- Nothing was answered about the identifiers of 45 CFR 164.514(b)(2)(i), (A) to (R).",
        "- No se respondió nada sobre los identificadores de 45 CFR 164.514(b)(2)(i), de (A) a "
        "(R).",
    ),
    (
        "The letters: the identifiers of 45 CFR 164.514(b)(2)(i), in words of this tool",
        "Las letras: los identificadores de 45 CFR 164.514(b)(2)(i), con palabras de esta "
        "herramienta",
    ),
    ("What programs looked for", "Lo que buscaron programas"),
    (
        "- Programs looked for faces, writing and codes in the picture. They miss some: of 100 in "
        "tests {} faces, {} lines of writing and {} codes.",
        "- Unos programas buscaron caras, texto y códigos en la imagen. Algunos se les escapan: de "
        "100 en las pruebas, {} caras, {} líneas de texto y {} códigos.",
    ),
    (
        "- Programs looked for faces, writing and codes in the finished picture alone. They miss "
        "some: of 100 in tests {} faces, {} lines of writing and {} codes.",
        "- Unos programas buscaron caras, texto y códigos solo en la imagen terminada. Algunos se "
        "les escapan: de 100 en las pruebas, {} caras, {} líneas de texto y {} códigos.",
    ),
    ("- Program: {}, version {}", "- Programa: {}, versión {}"),
    (
        "- Regions that a program proposed and no person confirmed: {}",
        "- Regiones que propuso un programa y ninguna persona confirmó: {}",
    ),
    (
        "- No program looked at the finished picture.",
        "- Ningún programa miró la imagen terminada.",
    ),
    (
        "- Programs looked at the finished picture, and proposed nothing in it outside of what a "
        "solid colour covers. They miss some.",
        "- Unos programas miraron la imagen terminada y no propusieron nada en ella fuera de lo "
        "que "
        "cubre un color liso. Algo se les escapa.",
    ),
    (
        "- Programs looked at the finished picture, and proposed something in it outside of what a "
        "solid colour covers. They miss some.",
        "- Unos programas miraron la imagen terminada y propusieron algo en ella fuera de lo que "
        "cubre un color liso. Algo se les escapa.",
    ),
    (
        "- Proposed there, and a person stated that it stays: faces {}, writing {}, codes {}",
        "- Propuesto allí, y una persona declaró que se queda: caras {}, texto {}, códigos {}",
    ),
    (
        "- Proposed there, and nobody decided about it: faces {}, writing {}, codes {}",
        "- Propuesto allí, y nadie decidió sobre ello: caras {}, texto {}, códigos {}",
    ),
    ("What was checked in the finished file", "Lo que se comprobó en el archivo terminado"),
    # Of version 1, whose sentences about checks were others.
    (
        "- constant-tables: Its coding tables are standard ones and tell nothing of a camera.",
        "- constant-tables: Sus tablas de codificación son estándar y no dicen nada de una cámara.",
    ),
    (
        "- burned: Every block within the covered areas was read back and holds only what covers "
        "it.",
        "- burned: Se volvió a leer cada bloque dentro de las áreas cubiertas y contiene solo lo "
        "que lo cubre.",
    ),
    (
        "- source-bytes: Nothing that the original held besides its picture stands in the file.",
        "- source-bytes: Nada de lo que el original llevaba además de su imagen está en el "
        "archivo.",
    ),
    (
        "- source-texts: No text of the original's metadata stands in the file.",
        "- source-texts: Ningún texto de los metadatos del original está en el archivo.",
    ),
    ("Under which policy", "Con qué política"),
    ("- Policy: {}, version {}", "- Política: {}, versión {}"),
    ("- SHA-256 of the policy's file: {}", "- SHA-256 del archivo de la política: {}"),
    (
        "- What it demands of methods, formats, names, reviews and programs was met. That is all "
        "that was checked of it.",
        "- Se cumplió lo que exige sobre métodos, formatos, nombres, revisiones y programas. Eso "
        "es "
        "todo lo que se comprobó de ella.",
    ),
    (
        "- It asks for a second person. This certificate does not say whether one has looked.",
        "- Pide una segunda persona. Este certificado no dice si alguna ha mirado.",
    ),
    ("Made with", "Hecho con"),
    ("- Pixelseal {}", "- Pixelseal {}"),
    ("- Build: {}", "- Compilación: {}"),
    (
        "What this certificate says, and what it does not",
        "Lo que dice este certificado, y lo que no dice",
    ),
    (
        "- It is about the file with exactly this SHA-256, and no other.",
        "- Trata del archivo que tiene exactamente este SHA-256, y de ningún otro.",
    ),
    (
        "- In that file what is covered with a solid colour holds nothing else: what was there was "
        "overwritten before the file was written. A mosaic or blur leaves a few coarse values of "
        "what was there.",
        "- En ese archivo, lo cubierto con un color liso no contiene nada más: lo que había se "
        "sobrescribió antes de escribir el archivo. Un mosaico o un desenfoque deja unos pocos "
        "valores toscos de lo que había.",
    ),
    (
        "- In that file what is covered with a solid colour holds nothing else; what was there is "
        "not in it. A mosaic or blur leaves a few coarse values of what was there.",
        "- En ese archivo, lo cubierto con un color liso no contiene nada más; lo que había no "
        "está "
        "en él. Un mosaico o un desenfoque deja unos pocos valores toscos de lo que había.",
    ),
    (
        "- Which regions to cover was decided by people. This does not say that they were enough, "
        "nor that nobody can be recognised by what is left: marks, clothing, surroundings.",
        "- Qué regiones cubrir lo decidieron personas. Esto no dice que fueran suficientes, ni que "
        "no pueda reconocerse a nadie por lo que queda: señales, ropa, entorno.",
    ),
    (
        "- Which regions to cover was decided by people, but for those that no person confirmed. "
        "This does not say that they were enough, nor that nobody can be recognised by what is "
        "left: marks, clothing, surroundings. Where a program found nothing there may be "
        "something.",
        "- Qué regiones cubrir lo decidieron personas, salvo las que ninguna persona confirmó. "
        "Esto "
        "no dice que fueran suficientes, ni que no pueda reconocerse a nadie por lo que queda: "
        "señales, ropa, entorno. Donde un programa no halló nada puede haber algo.",
    ),
    (
        "- The reasons, and how far it was looked at, are what people stated or the page counted. "
        "Nobody has checked them.",
        "- Los motivos, y hasta dónde se miró, son lo que declararon personas o contó la página. "
        "Nadie los ha comprobado.",
    ),
    (
        "- How far it was looked at is what the page saw or people stated. Nobody has checked it.",
        "- Hasta dónde se miró es lo que vio la página o declararon personas. Nadie lo ha "
        "comprobado.",
    ),
    (
        "- It does not say that the image is de-identified under any law; tools cannot make that "
        "so.",
        "- No dice que la imagen esté desidentificada según ninguna ley; eso no pueden lograrlo "
        "las "
        "herramientas.",
    ),
    (
        "- It is not signed: anyone can write such a text. It shows which file it names, not who "
        "made it or that what it states is true, and is worth as much as the way by which you got "
        "it.",
        "- No está firmado: cualquiera puede escribir un texto así. Muestra qué archivo nombra, no "
        "quién lo hizo ni que sea cierto lo que dice, y vale tanto como el camino por el que le "
        "llegó.",
    ),
    (
        "- It is not signed. It proves as much as the way by which you received it.",
        "- No está firmado. Prueba tanto como el camino por el que le llegó.",
    ),
    (
        "- The text itself is not signed. A signature, if there is one, is in a file of its own. "
        "Without one anyone can write such a text: it shows which file it names, not who made it "
        "or that what it states is true, and is worth as much as the way by which you got it.",
        "- El texto en sí no está firmado. La firma, si la hay, está en un archivo propio. Sin "
        "ella "
        "cualquiera puede escribir un texto así: muestra qué archivo nombra, no quién lo hizo ni "
        "que sea cierto lo que dice, y vale tanto como el camino por el que le llegó.",
    ),
    (
        "- The digits below show a slip or damage in this text. Anyone can work them out anew.",
        "- Los dígitos de abajo muestran un desliz o un daño en este texto inglés. Cualquiera "
        "puede "
        "calcularlos de nuevo.",
    ),
    ("Check digits: {}", "Dígitos de control del texto inglés: {}"),
)
