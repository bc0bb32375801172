"""The texts of the Help dialog, in Spanish. Keys are named as on Spanish keyboards."""

HELP = {
    "help-way": "Cómo se hace",
    "help-way-add": (
        "Añada imágenes. No se envía nada a ninguna parte: la página se ha aislado de la red."
    ),
    "help-way-cover": (
        "Cubra cada cosa que identifique al paciente y, si lo desea, indique por qué. Cuando "
        "importa poco de la imagen, _Conservar solo esta área_ cubre todo lo demás."
    ),
    "help-way-look": (
        "Mírela toda a tamaño completo: `L` muestra una tras otra las partes que no ha visto. O "
        "indique que la ha mirado. Después responda la lista de comprobación; lo que cubrió con "
        "un motivo ya está respondido."
    ),
    "help-way-save": (
        "Guarde la imagen limpia, su certificado y, para usted, el registro privado."
    ),
    "help-way-many": (
        "Con muchas imágenes: elija varias en la tira y copie regiones a ellas. En _Proyecto_ "
        "asigne ID alternativos con una tabla y guarde su trabajo para continuar otro día."
    ),
    "help-limits": "Lo que no hace",
    "help-limits-text": (
        "Pixelseal cubre lo que _usted_ marca y elimina lo que el archivo lleva además de la "
        "imagen. No busca caras ni nombres por usted, no juzga si aún se podría reconocer a una "
        "persona y no hace que nadie cumpla ninguna ley. Cubrir solo los ojos rara vez oculta una "
        "cara."
    ),
    "help-keys": "Teclas",
    "help-keys-canvas": "Mientras el área de marcado tiene el foco:",
    "help-keys-page": "En cualquier lugar de la página:",
    "help-keys-strip": "En la tira de imágenes:",
    "keys-add": "`N`",
    "keys-add-does": "dibujar con la herramienta actual en el centro de la vista",
    "keys-move": "`Flechas`",
    "keys-move-does": (
        "mover 1 píxel la región seleccionada, con `Mayús` 10 píxeles; si no hay ninguna, la vista"
    ),
    "keys-grow": "`Alt` + `Flechas`",
    "keys-grow-does": "agrandarla o reducirla 1 píxel, con `Mayús` 10 píxeles",
    "keys-step": "`.` `,`",
    "keys-step-does": "seleccionar la región siguiente o la anterior",
    "keys-delete": "`Supr`",
    "keys-delete-does": "eliminar la región seleccionada",
    "keys-duplicate": "`Ctrl` + `D`",
    "keys-duplicate-does": "duplicarla",
    "keys-shapes": "`R` `E` `P` `B`",
    "keys-shapes-does": "rectángulo, elipse, polígono, pincel",
    "keys-tools": "`K` `C` `V`",
    "keys-tools-does": "conservar solo esta área, recortar, seleccionar",
    "keys-brush": "`[` `]`",
    "keys-brush-does": "un pincel más pequeño o más grande",
    "keys-polygon": "`Intro` `Retroceso`",
    "keys-polygon-does": "cerrar un polígono; quitar su último vértice",
    "keys-confirm": "`Intro`",
    "keys-confirm-does": "confirmar las regiones copiadas de otra imagen",
    "keys-reason": "`Mayús` + `A` … `R`",
    "keys-reason-does": (
        "el motivo de la región seleccionada, por su letra; `Mayús` + `X` otro, "
        "`Mayús` + `Z` ninguno"
    ),
    "keys-zoom": "`+` `-` `0` `1`",
    "keys-zoom-does": "acercar, alejar, ajustar, 100 %",
    "keys-look": "`L`",
    "keys-look-does": (
        "mostrar al 100 % la siguiente parte que no ha visto; tras la última, la imagen siguiente"
    ),
    "keys-compare": "`H`",
    "keys-compare-does": (
        "mientras se mantiene, mostrar exactamente lo que se guardará, hecho por el motor; el "
        "botón _Resultado_ hace lo mismo mientras se pulsa, y un clic lo activa o desactiva"
    ),
    "keys-go": "`A` `D`",
    "keys-go-does": ("imagen anterior y siguiente; también `←` y `→` sin nada seleccionado"),
    "keys-pan": "`Espacio` + arrastrar",
    "keys-pan-does": "mover la vista; también con el botón central y con dos dedos",
    "keys-escape": "`Esc`",
    "keys-escape-does": "abandonar lo que se está dibujando; no seleccionar nada",
    "keys-undo": "`Ctrl` + `Z`",
    "keys-undo-does": "deshacer; con `Mayús`, o `Ctrl` + `Y`, rehacer",
    "keys-save": "`Ctrl` + `S`",
    "keys-save-does": "guardar la imagen",
    "keys-images": "`Re Pág` `Av Pág`",
    "keys-images-does": "imagen anterior y siguiente de las que muestra la tira",
    "keys-along": "`←` `→` `Inicio` `Fin`",
    "keys-along-does": "recorrer las imágenes; `Intro` abre una, `Supr` la cierra",
    "keys-choose": "`Espacio`",
    "keys-choose-does": (
        "elegirla o dejar de elegirla; `Mayús` + flecha elige todas las del camino, `Ctrl` + `A` "
        "todas, `Esc` ninguna"
    ),
    "help-offline": "Sin conexión",
    "help-build": "Esta compilación",
    "help-engine": "Motor:",
    "help-licences": "Licencias de las partes de esta página",
}
