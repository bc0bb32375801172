"""Lo que solo dice la línea de órdenes: códigos sobre archivos, carpetas y señales."""

COMMAND_LINE = {
    "not-begun": "Se detuvo, como usted pidió, antes de empezar con esta imagen.",
    "file-missing": (
        "No hay ningún archivo con este nombre. Revise cómo está escrito y en qué carpeta está."
    ),
    "file-forbidden": (
        "Usted no tiene permiso para leer este archivo. Pídalo a su propietario o a quien "
        "administre el equipo."
    ),
    "file-is-folder": "Esto es una carpeta. Indique las imágenes que contiene.",
    "file-not-regular": (
        "Esto es una tubería, un socket o un dispositivo, no un archivo. Guarde la imagen en un "
        "archivo e indique ese."
    ),
}
