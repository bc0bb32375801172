"""What Verify answers, in Spanish (docs/certificate.md, 3)."""

VERDICTS = {
    "certificate-translated": "Traducido en {path}. Solo cuenta el texto inglés.",
    "verify-translation": "El certificado en español",
    "verify-translation-counts": "Solo cuenta el texto inglés. Esto es una traducción.",
    "verify-translation-save": "Guardar traducción",
    "certificate-not-translated": (
        "El párrafo {paragraph} no es de ningún certificado, así que no se traduce nada. Compárelo "
        "antes con su imagen."
    ),
    "verdict-not-signed": (
        "El certificado en sí no está firmado: cualquiera pudo escribirlo. Muestra que este es el "
        "archivo que nombra; no quién lo hizo ni que sea cierto lo que afirma."
    ),
    "verdict-named": "Su certificado llama al archivo {name}.",
    "verdict-unchanged": "Sin cambios",
    # What begins the next two, where all are unchanged and where some are not.
    "verdict-compared": "Se comparó:",
    "verdict-compared-of-some": "De lo que está sin cambios se comparó:",
    "verdict-unchanged-detail": (
        "{compared} el SHA-256 del archivo, su tamaño en bytes, formato, ancho, alto y bits por "
        "muestra con el certificado; las partes de que consta el archivo, comprobadas de nuevo; y "
        "cada línea del certificado con lo que Pixelseal escribe. Todo coincide. No se comparó, "
        "porque no se puede: todo lo demás que dice, como qué se cubrió y por qué, hasta dónde se "
        "miró y con qué compilación se hizo."
    ),
    "verdict-unchanged-first-detail": (
        "{compared} el SHA-256 del archivo, su tamaño en bytes, formato, ancho y alto con el "
        "certificado, que es de la primera versión; las partes de que consta el archivo, "
        "comprobadas de nuevo; y cada línea del certificado con lo que Pixelseal escribía "
        "entonces. "
        "Todo coincide. No se comparó, porque no se puede: nombres y números de otras líneas, qué "
        "se "
        "cubrió y por qué, y hasta dónde se miró."
    ),
    "verdict-changed": "Modificada",
    "verdict-changed-detail": (
        "Este no es byte por byte el archivo que el certificado nombra: se modificó después, o es "
        "otra imagen del mismo formato y tamaño. Pida el archivo otra vez."
    ),
    "verdict-not-this-certificate": "No es este certificado",
    "verdict-not-this-certificate-detail": (
        "El certificado trata de otra imagen. Busque el que corresponde a esta."
    ),
    "verdict-certificate-altered": "El certificado se alteró",
    "verdict-certificate-altered-detail": (
        "El texto del certificado se modificó o no lo escribió Pixelseal: la línea {line} no puede "
        "estar ahí. No se puede confiar en nada de él. Pida el certificado otra vez."
    ),
    "verdict-certificate-slip-detail": (
        "El texto del certificado se modificó o no lo escribió Pixelseal: sus dígitos de control "
        "no "
        "corresponden a sus líneas. No se puede confiar en nada de él. Pida el certificado otra "
        "vez."
    ),
    "verdict-certificate-contradicted": "El certificado es erróneo",
    "verdict-certificate-contradicted-detail": (
        "El certificado nombra este archivo por su SHA-256, pero dice de él lo que no es: {wrong}. "
        "Se modificó o no lo escribió Pixelseal. No se puede confiar en nada de él."
    ),
    "verdict-wrong-bytes": "su tamaño en bytes",
    "verdict-wrong-format": "su formato",
    "verdict-wrong-size": "su ancho o alto",
    "verdict-wrong-bits": "los bits por muestra",
    "verdict-wrong-pages": "cuántas páginas contiene",
    "verdict-wrong-structure": "las comprobaciones de las partes de que consta",
    "verdict-certificate-newer": "Un certificado más nuevo",
    "verdict-certificate-newer-detail": (
        "El certificado dice ser de una versión que este Pixelseal no conoce. Compárelo con un "
        "Pixelseal más nuevo."
    ),
    "verdict-not-a-certificate": "No es un certificado",
    "verdict-not-a-certificate-detail": (
        "Esto no empieza como un certificado de Pixelseal. Elija el archivo de texto del "
        "certificado."
    ),
    "verdict-no-certificate": "Sin certificado",
    "verdict-no-certificate-detail": (
        "Ninguno de los certificados dados trata de esta imagen. No se sabe nada de ella."
    ),
    "verdict-no-image": "Sin imagen",
    "verdict-no-image-detail": (
        "Ninguna de las imágenes dadas es la que este certificado nombra. No se comparó nada."
    ),
    "verdict-neither": "Ni imagen ni certificado",
    "verdict-neither-detail": "Con este archivo no se comparó nada.",
    "verdict-not-read": "No se leyó",
    "verdict-sums-match": "Las sumas coinciden",
    "verdict-sums-match-detail": (
        "{here} de los {listed} archivos que nombra esta lista están entre estos, y cada uno tiene "
        "la suma de comprobación que indica."
    ),
    "verdict-sums-alone": "Lista de sumas de comprobación",
    "verdict-sums-alone-detail": (
        "Ninguno de los archivos que nombra esta lista está entre estos. No se comparó nada con "
        "ella."
    ),
    "verdict-sums-differ": "Una suma es distinta",
    "verdict-sums-differ-detail": (
        "{here} de los {listed} archivos que nombra esta lista están entre estos. No son como "
        "indica: {names}."
    ),
    "verdict-signature": "Firma",
    "verdict-signature-detail": "Es la firma de un archivo que no es un certificado.",
    "verdict-mixed": "No todas están sin cambios",
    "verdict-unvouched": "Sin cambios, pero no todas las firmas son buenas",
    "verdicts": "{told}.",
    "verdicts-none": "No se encontró ningún archivo: no se comparó nada.",
    "verdicts-unchanged": "{count} sin cambios",
    "verdicts-changed": {"one": "1 modificada", "other": "{count} modificadas"},
    "verdicts-not-this-certificate": "{count} con el certificado de otra imagen",
    "verdicts-certificate-altered": {
        "one": "1 certificado alterado",
        "other": "{count} certificados alterados",
    },
    "verdicts-certificate-contradicted": {
        "one": "1 certificado erróneo",
        "other": "{count} certificados erróneos",
    },
    "verdicts-certificate-newer": {
        "one": "1 certificado de una versión más nueva",
        "other": "{count} certificados de una versión más nueva",
    },
    "verdicts-not-a-certificate": {
        "one": "1 archivo que no es un certificado",
        "other": "{count} archivos que no son certificados",
    },
    "verdicts-no-certificate": {
        "one": "1 imagen sin certificado",
        "other": "{count} imágenes sin certificado",
    },
    "verdicts-no-image": {
        "one": "1 certificado sin su imagen",
        "other": "{count} certificados sin sus imágenes",
    },
    "verdicts-neither": {
        "one": "1 archivo que no es ni lo uno ni lo otro",
        "other": "{count} archivos que no son ni lo uno ni lo otro",
    },
    "verdicts-not-read": {"one": "1 no se leyó", "other": "{count} no se leyeron"},
    "verdicts-sums-match": {
        "one": "1 lista de sumas que coinciden",
        "other": "{count} listas de sumas que coinciden",
    },
    "verdicts-sums-alone": {
        "one": "1 lista de sumas sin sus archivos",
        "other": "{count} listas de sumas sin sus archivos",
    },
    "verdicts-sums-differ": {
        "one": "1 lista con una suma distinta",
        "other": "{count} listas con una suma distinta",
    },
    "verdicts-signature": {
        "one": "1 firma de otro archivo",
        "other": "{count} firmas de otros archivos",
    },
    "verdict-missing": "Faltan archivos",
    "verdict-missing-detail": "Elija imágenes y certificados.",
    "verdict-busy": "Comprobando",
}
