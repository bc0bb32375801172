"""Words of the part Practice, and of a training record, in Spanish."""

PRACTICE = {
    "process-practice": "Práctica",
    "practice-title": "Diez ejercicios",
    "practice-help": (
        "Personas y objetos dibujados, con nombres inventados. Abra uno, cubra lo que identifique "
        "a alguien como en una foto real, vuelva aquí y pulse Comprobar. No hace falta guardar "
        "nada. Los diez llevan unos 20 minutos."
    ),
    "practice-exercise": "Ejercicio {number}",
    "practice-file": "Ejercicio dibujado {number}",
    "practice-open": "Abrir",
    "practice-open-number": "Abrir el ejercicio {number}",
    "practice-check": "Comprobar",
    "practice-check-number": "Comprobar el ejercicio {number}",
    "practice-draws": "Se dibuja…",
    "practice-not-open": (
        "El ejercicio {number} no está abierto. Ábralo primero y después compruébelo."
    ),
    "practice-unconfirmed": (
        "Tiene zonas sin confirmar, y nada de ellas se cubriría. Confírmelas o bórrelas primero."
    ),
    "practice-nothing-missed": "Ejercicio {number}: no se pasó nada por alto.",
    "practice-missed": {
        "one": "Ejercicio {number}: {count} cosa aún se ve o se distingue.",
        "other": "Ejercicio {number}: {count} cosas aún se ven o se distinguen.",
    },
    "practice-written": ("Ejercicio {number}, con nombres inventados. Trátelo como una foto real."),
    "practice-no-record": (
        "Ningún registro privado trata de esta imagen tal como está. Los ejercicios se comprueban "
        "por los registros que escribe redact: indique su carpeta con --record."
    ),
    "practice-other-image": "Esta imagen no se hizo de un ejercicio, y no se comprueba.",
    "practice-none": (
        "Aquí no hay ningún resultado de un ejercicio. Escriba los ejercicios con --out, trátelos "
        "con redact y compruebe la carpeta de los resultados."
    ),
    "practice-checked": (
        "Ejercicios comprobados: {count} de {total}. Cosas que aún se ven: {missed}."
    ),
    "practice-training-written": "Se escribió el registro de formación. Es privado.",
    "practice-on-page": "{what}, en la página {page}",
    "practice-is-covered": "Cubierto: {what}.",
    "practice-is-removed": "Eliminado con el archivo: {what}.",
    "practice-is-softened": "Solo difuminado: {what}.",
    "practice-is-partly": "Cubierto en parte: {what}.",
    "practice-is-missed": "Se pasó por alto: {what}.",
    "practice-needless": (
        "El {count} % de la imagen está cubierto más allá de lo que identifica a alguien. Cubra "
        "menos, para que la imagen siga sirviendo."
    ),
    "practice-spoiled": "También está cubierto aquello de lo que trata la imagen.",
    "practice-record-title": "Registro de formación",
    "practice-record-help": (
        "Dice quién hizo qué ejercicios y qué se pasó por alto. Es privado: guárdelo con los "
        "documentos de formación."
    ),
    "practice-who": "Nombre",
    "practice-save": "Guardar el registro de formación",
    "practice-none-checked": "Compruebe primero un ejercicio.",
    "practice-who-wrong": "Escriba el nombre, en una línea de 1 a 200 caracteres.",
    "practice-was-saved": "Guardado. No hay ningún registro abierto donde anotarlo.",
    "practice-was-logged": "Guardado. El registro abierto tiene una línea sobre ello.",
    "training-not-one": "Esto no es un registro de formación de esta versión de Pixelseal.",
    "training-wrong": "Un registro de formación que contiene algo distinto de lo permitido: {key}.",
    "practice-kind-wristband": "pulsera",
    "practice-why-wristband": (
        "Cuenta cada línea, también la fecha de nacimiento. Dibuje el recuadro más ancho que la "
        "escritura."
    ),
    "practice-kind-label": "etiqueta",
    "practice-why-label": (
        "Las etiquetas muestran nombres, unidades y números. Búsquelas en los objetos y en cada "
        "página."
    ),
    "practice-kind-barcode": "código de barras",
    "practice-why-barcode": "Cualquier teléfono lee un código de barras.",
    "practice-kind-monitor": "nombre en un monitor",
    "practice-why-monitor": "Las pantallas del fondo muestran a quién se trata.",
    "practice-kind-date": "fecha",
    "practice-why-date": (
        "Las fechas de un tratamiento identifican. Las cámaras las imprimen en las esquinas."
    ),
    "practice-kind-face": "cara",
    "practice-why-face": "Cubra toda la cabeza con un color liso, también el pelo.",
    "practice-kind-serial": "número de serie",
    "practice-why-serial": (
        "El número de un dispositivo lleva a quien lo tiene. Suele ser pequeño y gris."
    ),
    "practice-kind-reflection": "nombre reflejado",
    "practice-why-reflection": "El vidrio y el metal reflejan lo que tienen enfrente.",
    "practice-kind-tattoo": "tatuaje",
    "practice-why-tattoo": "Para quien lo conoce, un tatuaje vale tanto como un nombre.",
    "practice-kind-faint": "escritura tenue",
    "practice-why-faint": (
        "Los escaneos y las radiografías tienen escritura casi tan oscura como su fondo. Aclare la "
        "imagen y recorra sus bordes."
    ),
    "practice-kind-board": "pizarra",
    "practice-why-board": "Las pizarras y listas de las paredes nombran camas y personas.",
    "practice-kind-badge": "tarjeta de identificación",
    "practice-why-badge": "Una tarjeta muestra una cara y un nombre.",
    "practice-kind-location": "posición",
    "practice-kind-author": "nombre del autor",
    "practice-kind-camera": "número de serie de la cámara",
}
