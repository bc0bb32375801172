"""Textos de `pixelseal batch` (docs/scale.md): códigos de un trabajo y lo que dicen sus pasos."""

BATCH = {
    "batch-planned": {
        "zero": "No se encontró ningún archivo en esta carpeta.",
        "one": "Hay {count} imagen planificada.",
        "other": "Hay {count} imágenes planificadas.",
    },
    "batch-named": "Con un identificador alternativo de la tabla: {named}.",
    "batch-unopened": (
        "Archivos de los que no se hará ninguna imagen, porque no se pueden leer o abrir: "
        "{unopened}. La ejecución dice por qué."
    ),
    "batch-unmarked": (
        "Imágenes que no se harán, porque no se encontró para ellas ninguna receta utilizable: "
        "{unmarked}."
    ),
    "batch-made": "Hecha.",
    "batch-run": {
        "zero": "No quedaba ninguna imagen por hacer.",
        "one": "En esta ejecución se hizo {count} imagen.",
        "other": "En esta ejecución se hicieron {count} imágenes.",
    },
    "batch-counted": (
        "Planificadas: {planned}. Hechas: {ok}, rechazadas: {refused}, retenidas: {withheld}, "
        "fallos: {fault}, cambiadas después: {changed}, sin hacer todavía: {left}."
    ),
    "job-exists": "Esta carpeta ya contiene un plan. Indique otra carpeta con --job.",
    "job-inside": (
        "Las carpetas de los originales, de los resultados, de los registros privados y del "
        "trabajo no deben estar unas dentro de otras: solo los registros privados pueden estar con "
        "el trabajo. Indique otras carpetas."
    ),
    "job-no-folder": "No existe esa carpeta de originales. Compruebe cómo está escrita.",
    "job-recipe-names": (
        "Esta receta tiene un identificador alternativo, que no puede nombrar todas las imágenes. "
        "Quítelo de ella y nombre las imágenes con --ids."
    ),
    "job-no-recipes": "No existe esa carpeta de recetas. Compruebe cómo está escrita.",
    "job-recipes-unused": (
        "No hay receta para ninguna imagen de esta carpeta. La carpeta de recetas tiene las mismas "
        "carpetas que la de los originales y, para IMAGEN.jpg, un archivo IMAGEN.jpg.recipe.json o "
        "IMAGEN.recipe.json; un proyecto reconoce sus imágenes por el contenido."
    ),
    "job-no-recipe": (
        "No se encontró ninguna receta para esta imagen cuando se hizo el plan, y no se hizo: sin "
        "marcas no se hace nada. Márquela y haga un plan para lo que queda."
    ),
    "job-recipe-unread": (
        "No se puede leer la receta o la revisión de esta imagen. Pregunte a su dueño, o a quien "
        "administre el equipo, y haga un plan para lo que queda."
    ),
    "job-recipes-differ": (
        "Se encontraron recetas o revisiones distintas para esta imagen, y nadie dijo cuál vale. "
        "Deje una sola y haga un plan para lo que queda."
    ),
    "job-proposals": (
        "En el proyecto esta imagen tiene propuestas que nadie confirmó ni quitó. Decida sobre "
        "ellas en la página, guarde el proyecto y haga un plan para lo que queda."
    ),
    "job-ids-unused": (
        "Ninguna fila de esta tabla corresponde a un archivo de la carpeta. Su primera columna "
        "tiene el nombre del archivo, o su ruta desde la carpeta, con «/»."
    ),
    "job-id-twice": (
        "Dos imágenes se llamarían {id}. Cambie uno de los identificadores: una página añade -p y "
        "su número."
    ),
    "job-unlisted": (
        "No se puede leer el contenido de una carpeta de los originales, y sus imágenes quedarían "
        "fuera. Pregunte a su dueño, o a quien administre el equipo, y planifique otra vez."
    ),
    "job-not-a-plan": (
        "Esta carpeta no contiene un plan entero: la línea {line} no está como se escribió. Haga "
        "uno nuevo con pixelseal batch plan."
    ),
    "job-changed": (
        "Un archivo de este trabajo no está como cuando se hizo el plan. Devuélvalo a su estado, o "
        "haga un plan nuevo."
    ),
    "job-other-build": (
        "El plan lo hizo otra instalación (versión {version}, esta es {here}), y esta haría otros "
        "bytes. Use las mismas versiones de Python, de Pixelseal y de sus bibliotecas, o haga un "
        "plan nuevo."
    ),
    "job-source-gone": (
        "La carpeta de los originales está vacía o no existe. Conecte su disco y ejecute otra vez."
    ),
    "job-not-run": "Todavía no se ha hecho nada. Empiece con pixelseal batch run.",
    "job-elsewhere": (
        "Las ejecuciones anteriores de este trabajo escribieron en otras carpetas. Indique los "
        "mismos --out y --private: si no, se harían imágenes dos veces."
    ),
    "job-out-used": (
        "Estas carpetas ya contienen imágenes o registros, o son de otro trabajo. Indique otras "
        "nuevas o vacías con --out y --private."
    ),
    "job-source-changed": (
        "Este original no está como cuando se hizo el plan. Haga un plan nuevo para él."
    ),
    "job-row": ("La fila que dice qué fue de esta imagen está dañada. Bórrela y ejecute otra vez."),
    "job-other-bytes": (
        "Un archivo con otro contenido tiene el nombre de esta imagen, de su certificado o de su "
        "registro. Se dejó como está. Averigüe de quién es, bórrelo junto con la fila y ejecute "
        "otra vez."
    ),
    "job-worker-died": (
        "El proceso que trabajaba en esta imagen terminó dos veces, quizá por falta de memoria. "
        "Borre su fila y ejecute otra vez con menos procesos, o en un equipo mayor."
    ),
    "job-workers-die": (
        "Los procesos terminan una y otra vez, sea cual sea la imagen, quizá por falta de memoria. "
        "Ejecute otra vez con menos procesos, o en un equipo mayor."
    ),
    "job-outputs-changed": {
        "one": (
            "{count} imagen ya no está como se hizo, o no lo está su certificado o su registro. "
            "Averigüe qué la cambió antes de entregar nada."
        ),
        "other": (
            "{count} imágenes ya no están como se hicieron, o no lo están sus certificados o sus "
            "registros. Averigüe qué las cambió antes de entregar nada."
        ),
    },
}
