"""Words of the proof of the seal, in Spanish: ways out that are tried, what came of each."""

PROOF = {
    "proof": "Prueba del sellado",
    "proof-try-title": "Todas las salidas, probadas ante usted",
    "proof-try-help": (
        "Al pulsar, esta página prueba cada una de las vías por las que una página podría enviar "
        "algo fuera. Cada intento va a una dirección que nadie puede tener; termina en .invalid. "
        "No lleva nada de ninguna imagen, y la página queda como está."
    ),
    "proof-try": "Probar",
    "proof-trying": "Se prueban una tras otra…",
    "proof-all": "Las salidas, y qué respondió el navegador",
    "proof-refused": "{refused} de {count} se rechazaron o no existen aquí.",
    "proof-unclear": {
        "one": "{count} no demuestra nada: sin probar, sin respuesta, o falló sin motivo conocido.",
        "other": (
            "{count} no demuestran nada: sin probar, sin respuesta, o fallaron sin motivo conocido."
        ),
    },
    "proof-through": {
        "one": ("{count} no falló como debía. No abra aquí fotos de pacientes, y comuníquelo."),
        "other": (
            "{count} no fallaron como debían. No abra aquí fotos de pacientes, y comuníquelo."
        ),
    },
    "proof-not-tried": (
        "Algunas vías no dan respuesta a una página, así que probarlas no demostraría nada: buscar "
        "un nombre, conectarse por adelantado, traer o abrir por adelantado la página siguiente, "
        "un icono, un ping. Esas se prueban en los tests de este programa, donde un servidor "
        "cuenta lo que llega."
    ),
    "proof-since-title": "Desde el sellado",
    "proof-requests": "Peticiones que el navegador cronometró",
    "proof-refusals": "Rechazos que el navegador comunicó",
    "proof-counted": (
        "Se cronometran las peticiones de esta ventana: de sus scripts, imágenes, estilos y "
        "marcos. No se cuentan las de una extensión, otra ventana o el propio navegador. Los "
        "rechazos incluyen la prueba que la página hizo al sellarse; dos políticas pueden "
        "comunicar el mismo dos veces, y los de un worker se quedan en el worker."
    ),
    "proof-program-title": "Qué programa es este",
    "proof-build": "Compilación:",
    "proof-build-help": (
        "El nombre de todo lo que se ejecuta aquí: el SHA-256 del archivo BUILD, que contiene el "
        "SHA-256 de cada parte. Consta en cada certificado. La página comparó sus partes con esa "
        "lista. Pero una página alterada a propósito podría mostrar cualquier nombre."
    ),
    "proof-file-help": (
        "Del archivo guardado, compare el SHA-256 con la línea que se publicó para él en "
        "SHA256SUMS. La página puede calcularlo; un comando de su equipo es mejor prueba."
    ),
    "proof-sum": "El SHA-256 publicado, o su línea",
    "proof-file": "Elegir el archivo guardado",
    "proof-file-is": "El SHA-256 de {name}:",
    "proof-file-same": "Es el que usted introdujo.",
    "proof-file-differs": (
        "No es el que usted introdujo. No use ese archivo: consígalo de nuevo donde se publicó."
    ),
    "proof-file-no-sum": ("Lo que introdujo no contiene ningún SHA-256: son 64 cifras de 0 a f."),
    "proof-file-large": (
        "Este archivo es demasiado grande para ser Pixelseal. Elija pixelseal.html."
    ),
    "proof-commands": "En un terminal, en la carpeta del archivo:",
    "proof-commands-label": "Comandos",
    "proof-commands-lines": (
        "Linux     sha256sum pixelseal.html\n"
        "macOS     shasum -a 256 pixelseal.html\n"
        "Windows   certutil -hashfile pixelseal.html SHA256"
    ),
    "proof-limits-title": "Lo que el sellado no puede impedir",
    "proof-limit-extensions": (
        "*Extensiones y servicios del navegador* (traducción, sincronización, búsqueda por "
        "imagen). Están por encima de la página y la ven. Para fotos de pacientes, use un perfil "
        "sin ellos."
    ),
    "proof-limit-screen": (
        "*La pantalla.* Una captura, una pantalla compartida, un escritorio remoto, un teléfono "
        "delante de ella, y quien administra el equipo."
    ),
    "proof-limit-person": (
        "*La persona.* Quien guarda una imagen puede enviarla a cualquier parte, también con "
        "Compartir. El original se queda donde estaba."
    ),
    "proof-limit-click": (
        "*Una ventana que se abre con un clic.* Un script dentro de la página podría aprovechar un "
        "clic para abrir un enlace. La página no tiene enlaces que lleven a otra parte, y tras el "
        "sellado no se puede cargar ningún script. Quien aloja la página puede cerrar esta vía del "
        "todo con la cabecera sandbox."
    ),
    "proof-limit-webrtc": (
        "*WebRTC desde un marco vacío.* La página lo quita de sí misma. En algunos navegadores, un "
        "script que ya estuviera dentro podría encontrarlo de nuevo en un marco."
    ),
    "proof-limit-names": (
        "*La búsqueda de un nombre.* Un navegador puede preguntar a la red por el nombre de un "
        "servidor antes de rechazar la petición misma."
    ),
    "proof-limit-host": (
        "*El servidor.* Quien sirve esta página podría servir otra. El archivo guardado se puede "
        "comparar, y después no cambia."
    ),
    "proof-limit-self": (
        "*Esta misma prueba.* Una página alterada podría mostrar una inventada. Un testigo externo "
        "no depende de la página: desconecte la red y siga trabajando, o vigílela con sus "
        "propias herramientas."
    ),
    # Ways out, by their names in static/ways.js.
    "way-fetch": "Petición de un script (fetch)",
    "way-xhr": "Petición de un script (XMLHttpRequest)",
    "way-beacon": "Mensaje al salir (sendBeacon)",
    "way-websocket": "Conexión permanente (WebSocket)",
    "way-eventsource": "Flujo de eventos (EventSource)",
    "way-image": "Imagen",
    "way-media": "Sonido o vídeo",
    "way-script": "Script",
    "way-import": "Módulo de script (import)",
    "way-style": "Hoja de estilos",
    "way-font": "Fuente tipográfica",
    "way-preload": "Descarga por adelantado (preload)",
    "way-form": "Envío de un formulario",
    "way-frame": "Página en un marco",
    "way-frame-fetch": "Petición desde un marco vacío",
    "way-object": "Complemento (object)",
    "way-worker": "Worker desde una dirección",
    "way-worker-data": "Worker desde su propia dirección (data:)",
    "way-worker-fetch": "Petición de un worker (fetch)",
    "way-worker-import": "Script para un worker (importScripts)",
    "way-worker-websocket": "Conexión permanente de un worker (WebSocket)",
    "way-shared-worker": "Worker compartido",
    "way-service-worker": "Service worker",
    "way-webrtc": "Conexión con otro equipo (WebRTC)",
    "way-webtransport": "Conexión por WebTransport",
    "way-window": "Ventana nueva (window.open)",
    "way-leave": "Otra página en esta ventana",
    "way-is-waiting": "aún sin probar",
    "way-is-policy": "Rechazado",
    "way-is-absent": "No existe aquí",
    "way-is-stopped": "Impedido",
    "way-is-rule": "Rechazado",
    "way-is-unclear": "Falló, causa desconocida",
    "way-is-silent": "Sin respuesta",
    "way-is-untried": "No se probó",
    "way-is-open": "NO SE RECHAZÓ",
    "way-means-policy": (
        "El navegador comunica que la política rechazó esta dirección ({directive})."
    ),
    "way-means-absent": "La página lo quitó, o este navegador nunca lo tuvo.",
    "way-means-stopped": "La página impidió que el navegador la abandonara.",
    "way-means-rule": "El navegador dice que esto no está permitido.",
    "way-means-unclear": (
        "Falló. El navegador no dice si el motivo fue la política o la dirección, que no es de "
        "nadie."
    ),
    "way-means-silent": "El navegador no respondió en unos segundos, lo que no demuestra nada.",
    "way-means-untried": (
        "Este navegador no da a una página ningún medio para impedirlo, y un intento la perdería."
    ),
    "way-means-open": "Esto no falló como debía.",
}
