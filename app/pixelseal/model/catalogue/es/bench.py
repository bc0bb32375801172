"""Words of the benchmark's page, bench.html, in Spanish."""

BENCH = {
    "bench-title": "Qué velocidad alcanza aquí",
    "bench-text": (
        "Pixelseal comparado con la manera más simple en el mismo navegador: un lienzo que "
        "decodifica una foto, rellena un recuadro, la codifica y calcula su hash, y no comprueba "
        "nada. La propia página dibuja las fotos, y nada sale de ella."
    ),
    "bench-alone": (
        "Cierre otras pestañas y programas, y deje esta delante mientras se hacen las mediciones."
    ),
    "bench-largest": "Fotos de hasta",
    "bench-images": "Fotos seguidas",
    "bench-size-1": "1 megapíxel",
    "bench-size-12": "12 megapíxeles",
    "bench-size-48": "48 megapíxeles",
    "bench-none": "ninguna",
    "bench-ten": "10",
    "bench-hundred": "100",
    "bench-start": "Empezar",
    "bench-stop": "Detener",
    "bench-save": "Guardar las cifras",
    "bench-what": "Qué",
    "bench-ours": "Pixelseal",
    "bench-canvas": "Lienzo",
    "bench-ratio": "Razón",
    "bench-target": "Meta",
    "bench-verdict": "Resultado",
    "bench-ready": "Abrir la página, hasta que el motor está listo",
    "bench-one": "Una foto, {size} MP, todas las comprobaciones",
    "bench-many": "{count} fotos seguidas, {size} MP, cada una",
    "bench-longest": "La tarea más larga de la página mientras tanto",
    "bench-compared": "La tarea más larga mientras se abre y compara una foto de {size} MP",
    "bench-drawing": "Dibujando una foto de {size} MP …",
    "bench-at-work": "Midiendo {size} MP, ronda {turn} de {turns} …",
    "bench-many-at-work": "Midiendo {count} fotos de {size} MP …",
    "bench-done": "Medido.",
    "bench-stopped": "Detenido.",
    "bench-fails": "falla",
    "bench-time": "{time} ms",
    "bench-times": "{ratio} ×",
    "bench-met": "cumple",
    "bench-missed": "no cumple",
}
