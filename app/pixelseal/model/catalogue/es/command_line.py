"""Lo que solo dice la línea de órdenes: códigos sobre archivos, carpetas y señales."""

from pixelseal.model.catalogue.es.batch import BATCH as BATCH

COMMAND_LINE = {
    "page-count": {"one": "{count} página", "other": "{count} páginas"},
    "not-decoded": (
        "La imagen no se ha decodificado: un daño en sus datos solo se notaría al hacer el "
        "resultado."
    ),
    "not-begun": "Se detuvo, como usted pidió, antes de empezar con esta imagen.",
    "file-missing": (
        "No hay ningún archivo con este nombre. Revise cómo está escrito y en qué carpeta está."
    ),
    "file-forbidden": (
        "Usted no tiene permiso para leer este archivo. Pídalo a su propietario o a quien "
        "administre el equipo."
    ),
    "file-is-folder": (
        "Esto es una carpeta. Indique las imágenes que contiene; en la línea de órdenes, redact "
        "--recursive la toma entera."
    ),
    "originals-inside": (
        "Esta carpeta de originales y las de los resultados y los registros privados no deben "
        "estar unas dentro de otras. Indique otras carpetas con --out y --record."
    ),
    "list-empty": (
        "Aquí no se nombra ninguna imagen: la lista o la carpeta está vacía. Compruebe cuál quería "
        "indicar."
    ),
    "dry-run-named": "se escribiría como {name}. No se escribió nada.",
    "dry-run-random": (
        "se escribiría con un nombre al azar terminado en .{extension}. No se escribió nada."
    ),
    "file-not-regular": (
        "Esto es una tubería, un socket o un dispositivo, no un archivo. Guarde la imagen en un "
        "archivo e indique ese."
    ),
    "heic-not-installed": (
        "Para abrir aquí archivos HEIC hay que instalar el complemento «heif»: "
        "pip install '.[heif]' en la carpeta de Pixelseal, o pip install pillow-heif. La página "
        "los abre sin más."
    ),
    "avif-not-installed": (
        "Para abrir aquí archivos AVIF hace falta un Pillow que los admita: "
        "pip install --force-reinstall Pillow. La página los abre sin más."
    ),
    "found": {"zero": "nada encontrado", "one": "{count} lugar", "other": "{count} lugares"},
    "found-face": "rostro",
    "found-writing": "escritura",
    "found-code": "código",
    "found-again": {
        "zero": (
            "los programas han mirado la imagen terminada y no han encontrado nada fuera de los "
            "colores lisos; algunas cosas se les escapan"
        ),
        "one": (
            "los programas aún encuentran {count} lugar en la imagen terminada; nadie ha decidido "
            "sobre él"
        ),
        "other": (
            "los programas aún encuentran {count} lugares en la imagen terminada; nadie ha "
            "decidido sobre ellos"
        ),
    },
    "found-not-all": (
        "Son propuestas. Algunos rostros, líneas de escritura y códigos se escapan: mire usted "
        "cada imagen."
    ),
    "proposals-written": (
        "Escrito como propuestas en {path}. El archivo es privado: ábralo en la página junto con "
        "las imágenes."
    ),
    "finders-not-installed": (
        "Para buscar aquí rostros, escritura y códigos hay que instalar el complemento «find»: "
        "pip install '.[find]' en la carpeta de Pixelseal. La página los busca sin más."
    ),
    "finders-not-built": (
        "En esta instalación faltan las redes que encuentran rostros y escritura: ejecute python3 "
        "build.py bundle en la carpeta de Pixelseal y vuelva a instalarlo."
    ),
    "link-broken": (
        "Este es un enlace a un archivo que no existe. Compruebe adónde lleva el enlace."
    ),
    "folder-is-file": (
        "Un archivo ya tiene el nombre de la carpeta para los resultados o para los registros "
        "privados. Indique otra carpeta con --out o --record."
    ),
    "among-results": (
        "Este archivo nombra a personas y quedaría junto a resultados que se entregan. Escríbalo "
        "en otra carpeta. Lo que indica que allí hay resultados: {path}."
    ),
    "records-not-apart": (
        "Los registros privados y los resultados, incluidos los anteriores, deben estar en "
        "carpetas separadas, sin que ninguna contenga a la otra: de lo contrario, los registros se "
        "entregarían con los resultados. Lo impide: {path}. Indique otra carpeta para los "
        "registros con --record, o para los resultados con --out."
    ),
    "records-nowhere": (
        "Los resultados no pueden estar en la raíz de un disco, porque junto a ella no puede haber "
        "nada. Indique con --record una carpeta para los registros privados, o elija una "
        "subcarpeta para los resultados."
    ),
    "records-folder-open": (
        "Otras personas pueden abrir la carpeta de los registros privados. Resérvela para usted "
        "(chmod 700) o indique con --record una que todavía no exista."
    ),
    "id-derived": (
        "Este ID alternativo parece derivado del nombre del archivo o de su hash. "
        "Use otro, o declare con --id-not-derived que fue asignado o sorteado."
    ),
    "id-derived-ask": (
        "{name}: el ID alternativo {id} parece derivado del nombre del archivo "
        "o de su hash. Un ID derivado de un número de historia clínica, un nombre o una fecha "
        "revela de quién es. ¿Fue asignado o sorteado y debe usarse? [y/N]"
    ),
}
