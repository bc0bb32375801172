"""Textos sobre claves y firmas (docs/signing.md): códigos de error y qué muestra una firma."""

SIGNING = {
    "signing-not-installed": (
        "Para firmar aquí, o comprobar firmas, hay que instalar el complemento «sign»: pip install "
        "'.[sign]' en la carpeta de Pixelseal. ssh-keygen -Y verify las comprueba sin él "
        "(docs/signing.md)."
    ),
    "key-unreadable": (
        "Esto no es una clave privada en PEM, o está dañada. Use el archivo que se escribió "
        "al crear la clave."
    ),
    "key-not-encrypted": (
        "Esta clave privada no está cifrada: quien copie el archivo puede firmar con ella. "
        "Cífrela: openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 600000 -in KEY "
        "-out NEW, y borre la anterior."
    ),
    "key-openssh": (
        "Esta clave privada está en el formato propio de OpenSSH, que Pixelseal no abre. Firme con "
        "OpenSSH, la firma tiene la misma forma: ssh-keygen -Y sign -n pixelseal -f KEY FILE. O "
        "cree una clave nueva en Pixelseal."
    ),
    "key-rounds": (
        "La contraseña de esta clave está protegida con {rounds} rondas de PBKDF2; Pixelseal abre "
        "claves de 600.000 a 10.000.000. Cífrela otra vez: openssl pkcs8 -topk8 -v2 aes-256-cbc "
        "-v2prf hmacWithSHA256 -iter 600000 -in KEY -out NEW, y borre la anterior."
    ),
    "key-form": (
        "Esta clave privada está cifrada de otra manera que la que Pixelseal lee: PBES2 con "
        "PBKDF2, HMAC-SHA-256 y AES-256-CBC. Cífrela otra vez: openssl pkcs8 -topk8 -v2 "
        "aes-256-cbc -v2prf hmacWithSHA256 -iter 600000 -in KEY -out NEW, y borre la anterior."
    ),
    "key-other-kind": (
        "El archivo contiene otra clave privada que una sola de Ed25519. Cree una nueva en "
        "Pixelseal."
    ),
    "key-among-results": (
        "La clave privada quedaría entre resultados que se entregan. Escríbala en otra carpeta. Lo "
        "que muestra que ahí hay resultados: {path}."
    ),
    "passphrase-unreadable": (
        "El archivo con la contraseña no es un texto en UTF-8. Guárdelo como UTF-8."
    ),
    "passphrase-wrong": (
        "Esta no es la contraseña de esta clave, o el archivo está dañado. Inténtelo otra vez. Una "
        "contraseña perdida no se puede recuperar: cree una clave nueva, haga anotar su línea "
        "pública en las listas de firmantes y conserve allí la anterior para lo ya firmado."
    ),
    "passphrase-short": (
        "La contraseña de una clave tiene al menos {least} caracteres. Use varias palabras que "
        "nadie pueda adivinar."
    ),
    "passphrase-long": "Una contraseña tiene {most} bytes como máximo. Use una más corta.",
    "passphrase-differs": (
        "Las dos contraseñas no coinciden. No se escribió nada; inténtelo otra vez."
    ),
    "passphrase-no-terminal": (
        "No hay terminal en el que pedir la contraseña. Póngala en un archivo que solo usted pueda "
        "leer e indíquelo con --passphrase-file."
    ),
    "passphrase-ask": "Contraseña de {name}:",
    "passphrase-ask-new": "Contraseña para la clave nueva, al menos {least} caracteres:",
    "passphrase-ask-again": "La misma contraseña otra vez:",
    "signs-no-image": (
        "Una imagen no se firma ella misma. Firme su certificado, que contiene el SHA-256 de la "
        "imagen."
    ),
    "signs-no-private": (
        "Este archivo es privado: una clave privada, o lo que une imágenes con sus originales. Se "
        "firma lo que otros comprueban. Firme el certificado."
    ),
    "signature-unreadable": (
        "Esto no es una firma en la forma de OpenSSH, o está dañada. Pídala otra vez, o sáquela."
    ),
    "signature-other-kind": (
        "Esta firma no se hizo con una clave Ed25519 y SHA-512. Haga firmar el archivo de nuevo: "
        "pixelseal sign, o ssh-keygen -Y sign -n pixelseal."
    ),
    "signs-no-signature": "Esto es una firma. Firme el archivo al que pertenece.",
    "key-written": (
        "La clave privada es {name}. Guárdela, y su contraseña, solo para usted, con una copia en "
        "otro lugar: ninguna de las dos se puede recuperar. Dé la línea siguiente a quienes "
        "comprueben sus firmas:"
    ),
    "signature-written": "firmado por {key}: {name}",
    "signers-unreadable": (
        "La lista de firmantes no es un texto en UTF-8, o es demasiado larga. Tiene una línea por "
        "clave: un nombre, ssh-ed25519 y la clave (docs/signing.md)."
    ),
    "signers-line": (
        "La línea {line} de la lista de firmantes no se entiende. Una línea es: nombre o nombres "
        'separados por comas, si hace falta namespaces="pixelseal", ssh-ed25519, la clave. No se '
        "leen patrones ni otras opciones."
    ),
    "signers-none": (
        "La lista de firmantes no nombra ninguna clave Ed25519 que pueda firmar para Pixelseal. "
        "Añada una (docs/signing.md) o elija otra lista."
    ),
    "signing-counts": "Firmas: {told}.",
    "signing-unsigned": "Sin firma",
    "signing-unsigned-detail": (
        "A su lado no hay ninguna firma. Cualquiera pudo escribir el texto: no muestra quién lo "
        "hizo ni que sea cierto lo que afirma."
    ),
    "signing-signed": "Firmado con una clave de la lista",
    "signing-signed-detail": (
        "Quien tiene la clave privada que la lista de firmantes guarda con este nombre firmó "
        "exactamente este texto; no ha cambiado desde entonces. No muestra cuándo se firmó, que la "
        "clave no estuviera en otras manos, ni que sea cierto lo que el texto afirma. Vale tanto "
        "como la lista."
    ),
    "signing-signed-by-unnamed": "Firmado, con una clave por la que nadie responde",
    "signing-signed-by-unnamed-detail": (
        "La firma corresponde al texto, así que ambos vienen de quien tiene esta clave; cualquiera "
        "puede crear una. Pregunte por otra vía de quién es, y compruebe con una lista de "
        "firmantes que la nombre."
    ),
    "signing-signed-by-stranger": "Firmado, pero con una clave que no está en la lista",
    "signing-signed-by-stranger-detail": (
        "La firma corresponde al texto, pero la lista de firmantes no tiene su clave: solo muestra "
        "que alguien firmó. Pregunte de quién es la clave antes de confiar en ello."
    ),
    "signing-signature-wrong": "La firma no corresponde",
    "signing-signature-wrong-detail": (
        "La firma es de otro texto, o de este antes de que se modificara, o se hizo con otra clave "
        "que la que nombra. No confíe en el texto. Pida ambos archivos otra vez."
    ),
    "signing-signature-for-other-use": "Una firma para otro uso",
    "signing-signature-for-other-use-detail": (
        "La firma se hizo para otro espacio de nombres que «pixelseal», así que no como una firma "
        "de esta clase. Haga firmar el archivo otra vez, en Pixelseal o con ssh-keygen -Y sign -n "
        "pixelseal."
    ),
    "signing-signature-other-kind": "Una firma de otra clase",
    "signing-signature-other-kind-detail": (
        "La firma no se hizo con una clave Ed25519 y SHA-512. Quizá ssh-keygen -Y verify pueda "
        "comprobarla; Pixelseal no."
    ),
    "signing-signature-unreadable": "La firma no se puede leer",
    "signing-signature-unreadable-detail": (
        "El archivo de al lado con la terminación .sig no es una firma en la forma de OpenSSH, o "
        "está dañado. Pídalo otra vez."
    ),
    "signing-signature-alone": "Una firma sin su archivo",
    "signing-signature-alone-detail": (
        "El archivo al que pertenecería no está a su lado: no se comparó nada. Una firma tiene el "
        "nombre completo de su archivo, con .sig detrás."
    ),
    "signing-signature-not-checked": "La firma no se comprobó",
    "signing-signature-not-checked-detail": (
        "Nada de aquí puede comprobarla: una página necesita un navegador más reciente, con claves "
        "Ed25519, y la línea de comandos el complemento «sign»: pip install '.[sign]' en la "
        "carpeta de Pixelseal. ssh-keygen -Y verify la comprueba sin ninguno (docs/signing.md)."
    ),
}
