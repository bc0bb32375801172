"""Words about a process, in Spanish: the log, the package and its receipt."""

PROCESS = {
    "log-not-a-log": (
        "Esto no es un registro de Pixelseal. Elija el archivo en el que se lleva el registro."
    ),
    "log-version": "Este registro lo hizo otra versión de Pixelseal. Ábralo con esa versión.",
    "log-too-long": ("Un registro tiene como máximo {lines} líneas. Conserve este y empiece otro."),
    "log-fact": (
        "Esto no puede constar en el registro: {key} falta, no se conoce o no es lo que puede ser."
    ),
    "log-moment": "Un momento se escribe así: 2026-11-29T21:40:00Z, en UTC.",
    "log-head": (
        "Esto no es la cabeza de un registro. Es un número, dos puntos y 64 cifras, como la "
        "escribe check."
    ),
    "log-line-changed": (
        "La línea {line} no está como se escribió. Desde ahí no se puede confiar en nada: compare "
        "el registro con una copia guardada en otro lugar."
    ),
    "log-lines-missing": (
        "Faltan líneas: de la {line} a la {last}. Compare el registro con una copia guardada en "
        "otro lugar."
    ),
    "log-line-moved": (
        "Las líneas no están en su orden: donde debería estar la {line} está la {number}. Compare "
        "el registro con una copia guardada en otro lugar."
    ),
    "log-line-broken": (
        "La línea {line} no sigue a la línea {before}: una de las dos se escribió de nuevo. "
        "Compare el registro con una copia guardada en otro lugar."
    ),
    "log-line-cut": (
        "La última línea, la {line}, está cortada. Compare el registro con una copia guardada en "
        "otro lugar."
    ),
    "log-line-unknown": (
        "La línea {line} está entera, pero dice algo que esta versión no conoce. Use la versión "
        "de Pixelseal que la escribió."
    ),
    "log-cut-off": (
        "Faltan líneas al final: hay {line}, y había {kept} cuando se guardó la cabeza. Busque "
        "una copia del registro."
    ),
    "log-other-head": (
        "La línea {line} es otra que cuando se guardó la cabeza: el registro se escribió de nuevo, "
        "o este es otro registro."
    ),
    "log-image": (
        "Esto parece el nombre de una persona o de un original. El registro nombra las imágenes "
        "como se guardaron, y tal nombre tiene alguna cifra y ninguna suma de comprobación."
    ),
    "log-busy": "Otro programa está escribiendo en este registro. Inténtelo de nuevo.",
    "log-whole": {
        "one": "Entero: {count} línea. Cabeza {head}",
        "other": "Entero: {count} líneas. Cabeza {head}",
    },
    "log-whole-means": (
        "Nadie ha tocado una línea desde que se escribió, o todas desde alguna en adelante se "
        "escribieron de nuevo. Las líneas cortadas al final solo se notan con una cabeza guardada "
        "en otro lugar."
    ),
    "log-whole-since": (
        "Nadie ha tocado una línea desde que se escribió, y es el registro del que se guardó esa "
        "cabeza. Las líneas añadidas desde entonces podrían cortarse sin que se note: guarde la "
        "nueva cabeza."
    ),
    "log-dated-back": {
        "one": "{count} línea tiene una fecha anterior a la de encima: {lines}.",
        "other": "{count} líneas tienen una fecha anterior a la de encima: {lines}.",
    },
    "log-added": "Línea {line} escrita: {event}. Cabeza {head}",
    "log-exported": "Escrito en {path}. Cabeza {head}",
    "log-head-line": "Cabeza {head}",
    "log-yes": "sí",
    "log-no": "no",
    "log-basis-safe-harbor": "Safe Harbor (puerto seguro)",
    "log-basis-expert-determination": "Expert Determination (dictamen de un experto)",
    "log-outcome-kept": "se mantienen",
    "log-outcome-changed": "se cambiaron",
    "log-event-begun": "Registro empezado",
    "log-event-policy-taken": "Política adoptada",
    "log-event-prepared": "Preparado",
    "log-event-imported": "Imágenes abiertas",
    "log-event-deidentified": "Desidentificado",
    "log-event-reviewed": "Revisado",
    "log-event-saved": "Guardado",
    "log-event-validated": "Validado",
    "log-event-sent-back": "Devuelto",
    "log-event-stored": "Almacenado",
    "log-event-packed": "Empaquetado",
    "log-event-sent": "Enviado",
    "log-event-received": "Recibido",
    "log-event-verified": "Verificado",
    "log-event-monitored": "Criterios examinados de nuevo",
    "log-event-trained": "Formación",
    "log-fact-log": "versión",
    "log-fact-id": "ID",
    "log-fact-who": "por",
    "log-fact-name": "nombre",
    "log-fact-version": "versión",
    "log-fact-policy": "SHA-256 de la política",
    "log-fact-images": "imágenes",
    "log-fact-basis": "fundamento",
    "log-fact-sums": "SHA-256 de SHA256SUMS",
    "log-fact-accepted": "aceptadas",
    "log-fact-sent-back": "devueltas",
    "log-fact-validation": "SHA-256 de la validación",
    "log-fact-image": "imagen",
    "log-fact-place": "lugar",
    "log-fact-backup": "copia de seguridad",
    "log-fact-manifest": "SHA-256 del manifiesto",
    "log-fact-to": "a",
    "log-fact-method": "por medio de",
    "log-fact-purpose": "finalidad",
    "log-fact-complete": "completos",
    "log-fact-missing": "faltan",
    "log-fact-changed": "cambiados",
    "log-fact-added": "añadidos",
    "log-fact-receipt": "SHA-256 del acuse de recibo",
    "log-fact-unchanged": "sin cambios",
    "log-fact-other": "no sin cambios",
    "log-fact-outcome": "criterios",
    "log-fact-exercises": "ejercicios",
    "log-fact-missed": "omitidos",
    "log-fact-record": "SHA-256 del acta de formación",
    "transfer-text": (
        "El registro de la entrega no puede tener esto: {key}. Los textos tienen una sola línea de "
        "1 a 200 caracteres, sin hashes ni nombres de archivo."
    ),
    "bag-not-zip": (
        "Esto no es un ZIP, o le falta el final. Pida el paquete de nuevo, y haga el acuse de "
        "recibo solo cuando se abra."
    ),
    "bag-zip-odd": (
        "Este ZIP está hecho de un modo que los programas leen de forma distinta, o que esconde "
        "contenido. Pida el paquete tal como se escribió."
    ),
    "bag-encrypted": "Este ZIP está cifrado. Descífrelo antes con el programa que lo cifró.",
    "bag-link": (
        "El paquete contiene un enlace, u otra cosa que no es un archivo. Pida el paquete tal como "
        "se escribió."
    ),
    "bag-name": (
        "El paquete contiene un nombre que podría llevar fuera de su carpeta, o que no todos los "
        "sistemas admiten. No se ha leído nada de él."
    ),
    "bag-doubled": (
        "El paquete contiene dos archivos con un mismo nombre, o con nombres que solo difieren en "
        "mayúsculas y minúsculas. Pida el paquete tal como se escribió."
    ),
    "bag-too-many": (
        "El paquete contiene más de {files} archivos, o uno mayor que cualquier imagen que se "
        "pueda abrir."
    ),
    "bag-expands": (
        "Este ZIP se expande mucho más de lo que permite su tamaño. No se ha leído nada de él."
    ),
    "bag-damaged": ("Este ZIP está dañado: un archivo suyo no se puede extraer. Pídalo de nuevo."),
    "bag-none": ("Esto no es un paquete: no hay bagit.txt, ni arriba ni en su única carpeta."),
    "bag-version": "Este paquete dice que no es un bag de BagIt 1.0 en UTF-8.",
    "bag-manifest": (
        "La lista {name} falta o no se puede leer (línea {line}): no se sabe qué debería haber en "
        "el paquete. Pídalo de nuevo."
    ),
    "bag-fetch": (
        "Este paquete enumera archivos que hay que traer de otro lugar. Pixelseal no trae nada: "
        "pida un paquete que los contenga."
    ),
    "bag-empty": "Este paquete no contiene archivos. Pídalo de nuevo.",
    "bag-info-form": (
        "bag-info.txt no se puede leer (línea {line}): cada línea es una etiqueta, dos puntos y un "
        "texto, en UTF-8. Así lo escribió quien lo empaquetó; otros programas rechazan este "
        "paquete."
    ),
    "bag-info-oxum": (
        "bag-info.txt indica otro tamaño (Payload-Oxum) que el de los {files} archivos de {size} "
        "bytes que hay aquí. Así lo escribió quien lo empaquetó; otros programas rechazan este "
        "paquete."
    ),
    "receipt-not-one": (
        "Esto no es un acuse de recibo de Pixelseal. Elija el archivo que devolvió quien recibió."
    ),
    "receipt-version": (
        "Este acuse de recibo lo hizo otra versión de Pixelseal. Ábralo con esa versión."
    ),
    "receipt-unreadable": (
        "Este acuse de recibo no está como se escribió: {key}. Pídalo de nuevo."
    ),
    "receipt-complete": "completo",
    "receipt-missing": "falta",
    "receipt-changed": "cambiado",
    "receipt-added": "añadido: ninguna lista del paquete lo nombra",
    "receipt-counts": (
        "Completos: {complete}. Faltan: {missing}. Cambiados: {changed}. Añadidos: {added}."
    ),
    "receipt-means": (
        "Completo significa: como lo empaquetó quien lo empaquetó por última vez. Dé el acuse de "
        "recibo al remitente, que puede decir si ese era el paquete enviado."
    ),
    "receipt-written": "Acuse de recibo escrito en {path}.",
    "receipt-confirmed": (
        "Confirmado: según los hashes del acuse de recibo, cada archivo llegó como se envió, y "
        "ningún otro. El acuse de recibo no está firmado."
    ),
    "receipt-differs": "No todo llegó como se envió.",
    "receipt-another-package": "El acuse de recibo trata de otro paquete que este.",
    "receipt-contradicted": (
        "Lo que el acuse de recibo dice de un archivo no casa con el hash que da: {names}."
    ),
    "receipt-record-differs": (
        "El acuse de recibo describe la entrega de otro modo que bag-info.txt de este paquete: "
        "{names}."
    ),
    "receipt-own-changed": (
        "Este mismo paquete no está entero, así que no se puede comparar con él un acuse de "
        "recibo. Use la copia que se envió."
    ),
    "receipt-of": "Trata del paquete con el manifiesto {manifest}.",
    "receipt-by": "Recibido por {who}, {at}.",
    "pack-taken": "sin cambios desde su certificado; va al paquete como {path}",
    "pack-signature-alone": (
        "Esto es una firma, y el certificado al que pertenece no está aquí. Ponga el certificado a "
        "su lado, o sáquela."
    ),
    "pack-left": "Lo que va con este archivo fue rechazado, así que este se queda también.",
    "pack-written": {
        "one": "Empaquetada {count} imagen con su certificado. Manifiesto {manifest}",
        "other": "Empaquetadas {count} imágenes con sus certificados. Manifiesto {manifest}",
    },
    "pack-refused": {
        "one": (
            "No se ha empaquetado nada, porque se rechazó {count} archivo. Sáquelo o repárelo."
        ),
        "other": (
            "No se ha empaquetado nada, porque se rechazaron {count} archivos. Sáquelos o "
            "repárelos."
        ),
    },
    "pack-empty": (
        "En esta carpeta no hay ninguna imagen con certificado: no se ha empaquetado nada."
    ),
    "pack-private": (
        "Este archivo es privado: vincula imágenes con originales, o habla del trabajo con ellas. "
        "Guárdelo aparte de lo que se entrega."
    ),
    "pack-other": (
        "Este archivo no es ni una imagen ni un certificado, así que no se puede entregar con "
        "ellos. Sáquelo de la carpeta."
    ),
    "pack-no-certificate": (
        "Esta imagen no tiene aquí su certificado: no consta qué fue del contenido del original. "
        "Ponga el certificado a su lado, o haga la imagen de nuevo."
    ),
    "pack-no-image": (
        "Este certificado no tiene aquí su imagen. Ponga la imagen a su lado, o sáquelo."
    ),
    "pack-changed-since": (
        "La imagen y su certificado ya no son la pareja que eran: {verdict}. Tome la pareja "
        "original."
    ),
    "pack-renamed": (
        "Esta imagen tiene otro nombre que en su certificado, y un nombre nuevo podría decir de "
        "quién es. Devuélvale el nombre del certificado."
    ),
    "pack-doubled": (
        "Dos imágenes tendrían un mismo nombre en el paquete, o nombres que solo difieren en "
        "mayúsculas y minúsculas o en la extensión. Empaquete una de ellas aparte."
    ),
    "pack-folder-changed": (
        "Esta carpeta se modificó mientras se empaquetaba. Empaquétela de nuevo."
    ),
}
