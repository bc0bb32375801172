"""Words about a project, in Spanish: its file, alternate IDs, their table, the link table."""

PROJECT = {
    "project": "Proyecto",
    "project-file": "Archivo de proyecto",
    "project-help": (
        "Todo lo que marcó, con motivos, respuestas e ID alternativos, en un solo archivo; sin "
        "píxeles. Ábralo junto con las mismas imágenes para continuar: se reconocen por su "
        "contenido. *Privado:* vincula su trabajo con los originales."
    ),
    "project-names": "Con nombres de archivo (privados)",
    "save-project": "Guardar proyecto (privado)",
    "project-open": "Abrir un proyecto",
    "project-saved": {
        "one": (
            "Se ha guardado {name} con 1 imagen. No lo comparta: vincula su trabajo con el "
            "original."
        ),
        "other": (
            "Se ha guardado {name} con {count} imágenes. No lo comparta: vincula su trabajo con "
            "los originales."
        ),
    },
    "project-busy": "Trabajando en el proyecto …",
    "project-opened": {
        "one": "1 imagen tiene el trabajo del proyecto.",
        "other": "{count} imágenes tienen el trabajo del proyecto.",
    },
    "project-missing": {
        "one": (
            "{count} de {total} imágenes de este proyecto no está abierta; su trabajo se guarda "
            "para cuando lo esté."
        ),
        "other": (
            "{count} de {total} imágenes de este proyecto no están abiertas; su trabajo se guarda "
            "para cuando lo estén."
        ),
    },
    "project-missing-names": "Sin abrir: {names}",
    "project-over-marks": {
        "one": (
            "1 imagen tiene marcas, respuestas o un ID que no son los del proyecto. "
            "¿Reemplazarlos? Deshacer recupera las marcas."
        ),
        "other": (
            "{count} imágenes tienen marcas, respuestas o ID que no son los del proyecto. "
            "¿Reemplazarlos? Deshacer recupera las marcas."
        ),
    },
    "project-over-settled": (
        "Lo que está fijado para todo el proyecto, en Proceso, difiere de lo del proyecto. "
        "¿Reemplazarlo?"
    ),
    "project-has-settled": (
        "Contiene también lo fijado en Proceso, Preparación: finalidad, personas, evaluaciones."
    ),
    "project-take": "Tomar los del proyecto",
    "project-keep": "Conservar lo que hay",
    "tile-title": "{title}, se guarda como {name}",
    "names-now": "Se guarda como {name}",
    "names-kind": "Nombres",
    "names-random": "Al azar",
    "names-numbered": "Por número",
    "names-table": "De una tabla",
    "names-prefix": "Prefijo",
    "names-example": "por ejemplo, estudio",
    "names-use": "Usar",
    "names-open-table": "Añadir una tabla …",
    "names-note-random": "Cada imagen tiene un nombre al azar, salvo que tenga un ID alternativo.",
    "names-note-numbered": (
        "Los números están barajados: no dicen en qué orden se tomaron o abrieron las fotos. Lo "
        "que ya se hizo conserva su nombre."
    ),
    "names-note-table": (
        "Cada línea de la tabla: el nombre de un archivo y su ID alternativo. Una imagen que no "
        "está en ella conserva su nombre al azar."
    ),
    "names-prefix-missing": (
        "Se eligieron nombres por número, pero no se escribió ningún prefijo. Escriba uno, o "
        "guarde con los nombres que las imágenes tienen ahora."
    ),
    "names-prefix-unusable": (
        "Se eligieron nombres por número, pero ningún nombre puede empezar por lo que se "
        "escribió. Escriba otro prefijo, o guarde con los nombres que las imágenes tienen "
        "ahora."
    ),
    "names-table-missing": (
        "Se eligieron nombres de una tabla, pero no se añadió ninguna. Añada una, o guarde "
        "con los nombres que las imágenes tienen ahora."
    ),
    "names-as-they-are": "Guardar con los nombres que tienen",
    "ids-random": "Las imágenes tienen nombres al azar. Lo que ya se hizo conserva su nombre.",
    "ids-numbered": {
        "one": "1 imagen está numerada.",
        "other": "{count} imágenes están numeradas, en un orden aleatorio.",
    },
    "ids-kept": "No se numeró ninguna imagen: cada una tiene un ID propio o ya se hizo.",
    "ids-prefix-derived": {
        "one": (
            "Este prefijo parece derivado del nombre o del hash de 1 archivo abierto. Un nombre "
            "derivado del nombre de una persona, de una fecha o de un número de historia clínica "
            "revela quién es. Use el prefijo solo si sabe que no lo revela."
        ),
        "other": (
            "Este prefijo parece derivado de los nombres o de los hashes de {count} archivos "
            "abiertos. Un nombre derivado del nombre de una persona, de una fecha o de un número "
            "de historia clínica revela quién es. Use el prefijo solo si sabe que no lo revela."
        ),
    },
    "ids-title": "ID alternativos",
    "ids-help": (
        "Una línea por imagen: el nombre de su archivo y después su ID alternativo. Un ID debe "
        "asignarse o sortearse, nunca derivarse de un nombre, una fecha o un número de historia "
        "clínica. Una imagen sin ID conserva su nombre aleatorio."
    ),
    "ids-table": "Tabla (CSV)",
    "ids-example": "foto-1.jpg, P-4821",
    "ids-use": "Usar esta tabla",
    "ids-choose": "Elegir una tabla",
    "links-title": "Tabla de vínculos",
    "links-help": (
        "Qué ID alternativo, o nombre aleatorio, corresponde a qué archivo. *Privada:* guárdela "
        "donde están los originales, nunca con lo que comparte. Ningún ZIP la contiene."
    ),
    "save-links": "Guardar tabla de vínculos (privada)",
    "alternate-derived": (
        "Parece derivado del nombre del archivo o de su hash. Un ID alternativo debe asignarse o "
        "ser aleatorio."
    ),
    "alternate-shared": (
        "Otra imagen abierta tiene también este ID. En los nombres de sus archivos se le añade un "
        "número."
    ),
    "ids-derived": {
        "one": (
            "Uno de estos ID parece derivado del nombre o del hash de su archivo: {first}. Un ID "
            "derivado de un número de historia clínica, un nombre o una fecha revela de quién es. "
            "Úselos solo si sabe que se asignaron o se sortearon."
        ),
        "other": (
            "{count} de estos ID parecen derivados de los nombres o los hashes de sus archivos, "
            "por ejemplo {first}. Un ID derivado de un número de historia clínica, un nombre o "
            "una fecha revela de quién es. Úselos solo si sabe que se asignaron o se sortearon."
        ),
    },
    "ids-use-these": "Usar estos ID",
    "ids-given": {"one": "1 imagen tiene su ID.", "other": "{count} imágenes tienen su ID."},
    "ids-unused": {
        "one": "1 fila nombra una imagen que no está abierta; se guarda para cuando lo esté.",
        "other": (
            "{count} filas nombran imágenes que no están abiertas; se guardan para cuando lo estén."
        ),
    },
    "ids-unnamed": {
        "one": "1 imagen no está en la tabla.",
        "other": "{count} imágenes no están en la tabla.",
    },
    "ids-doubtful": {
        "one": (
            "A 1 imagen no le corresponde una sola fila, o su fila corresponde a varias: no se le "
            "dio ID."
        ),
        "other": (
            "A {count} imágenes no les corresponde una sola fila, o su fila corresponde a varias: "
            "no se les dio ID."
        ),
    },
    "ids-taken": {
        "one": "1 ID ya se usa para otra imagen y no se ha dado de nuevo.",
        "other": "{count} ID ya se usan para otra imagen y no se han dado de nuevo.",
    },
    "links-saved": {
        "one": (
            "Se ha guardado {name} con 1 vínculo. No la comparta: vincula cada ID con su origen."
        ),
        "other": (
            "Se ha guardado {name} con {count} vínculos. No la comparta: vincula cada ID con su "
            "origen."
        ),
    },
    "links-missing": {
        "one": "1 imagen que todavía no se ha examinado no está en ella.",
        "other": "{count} imágenes que todavía no se han examinado no están en ella.",
    },
}
