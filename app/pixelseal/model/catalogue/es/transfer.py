"""Words of handing over and receiving packages, in the page, in Spanish."""

TRANSFER = {
    "process-package": "Entregar",
    "process-receive": "Recibir",
    "package-validation": "Tomar una validación",
    "package-validation-help": (
        "Con la validación de una segunda persona solo se empaqueta lo que aceptó. Se queda con "
        "usted."
    ),
    "package-validation-is": (
        "Validación de {who}: {accepted} aceptadas, {back} devueltas. Solo se "
        "empaqueta lo aceptado."
    ),
    "package-validation-asked": (
        "La política {policy} pide una segunda persona: tome su validación antes de empaquetar."
    ),
    "package-title": "Qué se entrega",
    "package-help": (
        "Elija imágenes con sus certificados, o suéltelas aquí: archivos, una carpeta o un ZIP. "
        "Cada imagen se compara con su certificado. Si se rechaza algo, no se empaqueta nada."
    ),
    "package-from-page": "Tomar lo guardado aquí",
    "package-files": "Elegir archivos o un ZIP",
    "package-folder": "Elegir una carpeta",
    "package-looking": "Se comparan los archivos: {done} de {total} …",
    "package-taken": "Entra",
    "package-refused": "Rechazado",
    "package-none": "Entre estos archivos no hay ninguna imagen con certificado.",
    "package-ready": {
        "one": "{count} imagen está intacta desde su certificado y puede empaquetarse.",
        "other": "{count} imágenes están intactas desde sus certificados y pueden empaquetarse.",
    },
    "package-form-title": "Registro de la entrega",
    "package-form-help": "Va en el paquete, y quien tenga el paquete puede leerlo.",
    "package-to": "A quién",
    "package-method": "Por qué medio",
    "package-purpose": "Para qué",
    "package-who": "Quién lo entrega",
    "package-text": (
        "Esto no puede figurar ahí: {field}. Un texto tiene una línea de 1 a 200 caracteres, sin "
        "hash ni nombre de archivo de imagen."
    ),
    "package-pack": "Guardar paquete",
    "package-saved": {
        "one": (
            "Se guardó {name} con {count} imagen. Manifiesto {manifest}. Conserve una copia: con "
            "ella podrá comparar el recibo."
        ),
        "other": (
            "Se guardó {name} con {count} imágenes. Manifiesto {manifest}. Conserve una copia: con "
            "ella podrá comparar el recibo."
        ),
    },
    "package-logged": "El registro abierto tiene una línea sobre ello: guárdelo.",
    "package-not-logged": "No hay ningún registro abierto, así que ninguno lo recoge.",
    "package-sent-help": "Cuando el paquete esté en camino, el registro puede decirlo.",
    "package-sent": "Anotar en el registro que se envió",
    "package-was-sent": "Anotado como enviado.",
    "package-no-log": (
        "No hay ningún registro abierto. Abra o comience uno en Registro y pulse de nuevo."
    ),
    "rows-more": {
        "one": "{count} archivo más no se muestra aquí; está en orden.",
        "other": "{count} archivos más no se muestran aquí. Primero están los que dicen algo.",
    },
    "receive-title": "El paquete",
    "receive-help": (
        "Elija un paquete que le entregaron, o el que usted envió, o suéltelo aquí: un ZIP o una "
        "carpeta. Cada archivo se compara con las listas del paquete."
    ),
    "receive-files": "Elegir un paquete (ZIP)",
    "receive-folder": "Elegir su carpeta",
    "receive-looking": "Se comparan los archivos: {done} de {total} …",
    "receive-unread": (
        "El paquete tiene además listas que un navegador no puede comprobar: {names}. La línea de "
        "órdenes las comprueba."
    ),
    "receive-rows-title": "Archivo por archivo",
    "receive-transfer-title": "Registro de la entrega",
    "receive-no-transfer": "El paquete no tiene ningún registro de entrega escrito por Pixelseal.",
    "receive-fact-to": "Para: {value}",
    "receive-fact-method": "Por qué medio: {value}",
    "receive-fact-at": "Empaquetado: {value}",
    "receive-fact-purpose": "Para qué: {value}",
    "receive-fact-who": "Entregado por: {value}",
    "receive-fact-head": "Cabeza del registro de quien envía: {value}",
    "receive-compared-title": "Imágenes y certificados",
    "receive-save-title": "Recibo",
    "receive-save-help": (
        "Devuélvalo a quien envió el paquete, que sabrá si todo llegó como se envió."
    ),
    "receive-who": "Quién lo recibe",
    "receive-save": "Guardar recibo",
    "receive-was-saved": "Se guardó {name}.",
    "receive-sender-title": "¿Envió usted este paquete?",
    "receive-sender-help": (
        "Abra el recibo que le devolvieron. Se compara con el paquete de arriba."
    ),
    "receive-receipt": "Abrir un recibo",
}
