"""The texts of the Help dialog, in Spanish. Keys are named as on Spanish keyboards."""

HELP = {
    "help-way": "Cómo se hace",
    "help-way-add": (
        "Añada fotos. No se envía nada a ninguna parte: la página se ha aislado de la red."
    ),
    "help-way-cover": (
        "Arrastre sobre cada cosa que muestre quién es: una cara, un nombre, un número, un "
        "tatuaje. Si lo desea, indique por qué. Cuando importa poco de la imagen, _Conservar solo "
        "esta área_ cubre todo lo demás."
    ),
    "help-way-look": (
        "Mírela toda a tamaño completo: `L` muestra una tras otra las partes que no ha visto. "
        "Antes de guardar una imagen, la página la muestra terminada y pregunta qué se ve aún en "
        "ella; lo cubierto no responde por lo que queda al lado."
    ),
    "help-way-save": (
        "Guarde la imagen limpia. Si los necesita: su certificado, con el que cualquiera la "
        "comprueba, y, solo para usted, el registro privado, que dice de qué foto salió."
    ),
    "help-way-many": (
        "Con muchas imágenes: _Elegir todas_ o algunas en la tira, copie regiones a ellas y "
        "confirme cada una con `Intro`, que pasa a la siguiente. En _Proyecto_ asigne ID "
        "alternativos con una tabla y guarde su trabajo para continuar otro día."
    ),
    "help-limits": "Lo que no hace",
    "help-limits-text": (
        "Pixelseal cubre lo que _usted_ marca y elimina lo que el archivo lleva además de la "
        "imagen. Donde puede buscar caras, textos y códigos, algunos se le escapan. No juzga si "
        "aún se podría reconocer a una persona y no hace que nadie cumpla ninguna ley. Cubrir solo "
        "los ojos rara vez oculta una cara."
    ),
    "help-keys": "Teclas",
    "help-keys-canvas": "Mientras el área de marcado tiene el foco:",
    "help-keys-page": "En cualquier lugar de la página:",
    "help-keys-strip": "En la tira de imágenes:",
    "help-keys-review": (
        "En la revisión antes de guardar. Las letras y los signos actúan con el foco en la imagen, "
        "las preguntas, la lista o un botón junto a ellas; nunca en un campo, una lista de "
        "opciones o una casilla:"
    ),
    "keys-accept-does": "aceptar la imagen tal como está y seguir; si es la única, guardarla",
    "keys-travel-does": "mantenida: recorrer las partes que no ha visto al 100 %",
    "keys-outlines-does": "mostrar dónde están las marcas, u ocultarlo",
    "keys-left-cover-does": "cubrir lo que los programas aún encuentran en la imagen terminada",
    "keys-left-stay-does": "declarar que todo ello se queda, o retirarlo",
    "keys-left-step-does": "el siguiente o el anterior de esos lugares",
    "keys-review-step-does": "imagen anterior, siguiente, siguiente",
    "keys-edit-does": "volver al editor en esta imagen",
    # The keys' names as they stand on a keyboard
    "cap-shift": "Mayús",
    "cap-ctrl": "Ctrl",
    "cap-cmd": "Cmd",
    "cap-alt": "Alt",
    "cap-Enter": "Intro",
    "cap-Backspace": "Retroceso",
    "cap-Delete": "Supr",
    "cap-Escape": "Esc",
    "cap-space": "Espacio",
    "cap-arrows": "Flechas",
    "cap-PageUp": "Re Pág",
    "cap-PageDown": "Av Pág",
    "cap-Home": "Inicio",
    "cap-End": "Fin",
    "cap-drag": "arrastrar",
    "keys-mark-does": "cubrir un rectángulo",
    "keys-ellipse-does": "cubrir una elipse",
    "keys-corners-does": "cubrir un polígono",
    "keys-stroke-does": "cubrir con un pincel",
    "keys-keep-does": "conservar solo esta área",
    "keys-crop-does": "recortar",
    "keys-select-does": "seleccionar: mover regiones, arrastrar la imagen",
    "keys-add-does": "dibujar con la herramienta actual en el centro de la vista",
    "keys-move-does": (
        "mover 1 píxel la región seleccionada, con `Mayús` 10 píxeles; si no hay ninguna, la vista"
    ),
    "keys-grow-does": "agrandarla o reducirla 1 píxel, con `Mayús` 10 píxeles",
    "keys-step-does": "seleccionar la región siguiente o la anterior",
    "keys-delete-does": "eliminar la región seleccionada",
    "keys-duplicate-does": "duplicarla",
    "keys-brush-does": "un pincel más pequeño o más grande",
    "keys-polygon-does": "cerrar un polígono; quitar su último vértice",
    "keys-confirm-does": (
        "confirmar las regiones copiadas de otra imagen; de lo encontrado, aceptar lo seleccionado "
        "y pasar a lo siguiente"
    ),
    "keys-confirm-all-does": "aceptar todo lo propuesto en esta imagen",
    "keys-found-does": (
        "con un hallazgo seleccionado: el anterior o el siguiente; `Supr` lo desecha, `Mayús` + "
        "flecha lo mueve"
    ),
    "keys-reason-does": (
        "dar un motivo a la región seleccionada por su letra, o quitárselo; `Mayús` + `X` otro, "
        "`Mayús` + `Z` ninguno"
    ),
    "keys-turn-right-does": "girar la imagen a la derecha",
    "keys-turn-left-does": "girarla a la izquierda",
    "keys-mirror-does": "reflejarla: la izquierda y la derecha se intercambian",
    "keys-zoom-in-does": "acercar",
    "keys-zoom-out-does": "alejar",
    "keys-fit-does": "mostrar toda la imagen",
    "keys-actual-does": "100 %: un píxel de la imagen es un píxel de la pantalla",
    "keys-look-does": (
        "mostrar al 100 % la siguiente parte que no ha visto; tras la última, la imagen siguiente"
    ),
    "keys-compare-does": (
        "mientras se mantiene, mostrar exactamente lo que se guardará, hecho por el motor; el "
        "botón _Resultado_ hace lo mismo mientras se pulsa, y un clic lo activa o desactiva"
    ),
    "keys-go-does": ("imagen anterior y siguiente; también `←` y `→` sin nada seleccionado"),
    "keys-pan-does": "mover la vista; también con el botón central y con dos dedos",
    "keys-escape-does": "abandonar lo que se está dibujando; no seleccionar nada",
    "keys-help-does": "esta lista de teclas",
    "keys-undo-does": "deshacer",
    "keys-redo-does": "rehacer",
    "keys-save-does": "guardar la imagen",
    "keys-images-does": "imagen anterior y siguiente de las que muestra la tira",
    "keys-along-does": "recorrer las imágenes; `Intro` abre una, `Supr` la cierra",
    "keys-choose-does": (
        "elegirla o dejar de elegirla; `Mayús` + flecha elige todas las del camino"
    ),
    "keys-choose-all-does": "elegir todas las imágenes que muestra la tira",
    "keys-choose-none-does": "no elegir ninguna",
    "help-offline": "Sin conexión",
    "help-build": "Esta compilación",
    "help-engine": "Motor:",
    "help-licences": "Licencias de las partes de esta página",
}
