"""Words of the part Validate of the dialog Process, in Spanish, and of what was sent back."""

VALIDATE_PAGE = {
    "process-validate": "Validar",
    "validate-open-title": "Mirar imágenes como segunda persona",
    "validate-help": (
        "Imágenes terminadas junto a sus certificados, una tras otra: usted acepta cada una o la "
        "devuelve con una nota. Hacen falta las imágenes y los certificados tal como se guardaron, "
        "nunca los originales."
    ),
    "validate-files": "Elegir imágenes y certificados, o un ZIP",
    "validate-folder": "Elegir una carpeta",
    "validate-rows": "Lo que hay en el conjunto",
    "validate-comparing": "Se compara {done} de {total}…",
    "validate-taken": {
        "one": "{count} imagen no ha cambiado desde su certificado. Quedan fuera: {others}.",
        "other": "{count} imágenes no han cambiado desde sus certificados. Quedan fuera: {others}.",
    },
    "validate-start": {
        "one": "Mirar {count} imagen",
        "other": "Mirar {count} imágenes, una tras otra",
    },
    "validate-left-out": "Queda fuera.",
    "validate-leave-question": "Lo que decidió no está guardado. ¿Dejarlo?",
    "validate-leave": "Dejar sin guardar",
    "validate-name": "Imagen {place} de {total}: {name}",
    "validate-left": "{accepted} aceptadas, {sent_back} devueltas, faltan {left}",
    "validate-stage": "Imagen; arrastre sobre ella para marcar un lugar",
    "validate-mark": (
        "Lugar marcado: las flechas lo mueven, con Mayúsculas cambian su tamaño, Supr lo quita"
    ),
    "validate-certificate": "Certificado",
    "validate-picture-of": "Imagen terminada {name}",
    "validate-previous": "Anterior",
    "validate-previous-hint": "Imagen anterior: flecha izquierda",
    "validate-next": "Siguiente",
    "validate-next-hint": "Imagen siguiente: flecha derecha",
    "validate-page": "Página {page} de {pages}: mostrar la siguiente",
    "validate-actual": "100 %",
    "validate-accept": "Aceptar",
    "validate-accept-hint": "Aceptar esta imagen: A",
    "validate-send-back": "Devolver…",
    "validate-send-back-hint": "Devolver esta imagen con una nota: S",
    "validate-look-first": "Mire antes la imagen: nada cuenta antes de que se haya mostrado.",
    "validate-all-pages": "Mire antes todas las páginas: nada cuenta antes de que se muestren.",
    "validate-is-accepted": "Aceptada",
    "validate-is-sent-back": "Devuelta: {note}",
    "validate-all-decided": "Ya se decidió sobre todas las imágenes. Guarde la validación.",
    "validate-note": "¿Qué hay que hacer?",
    "validate-mark-help": (
        "Arrastre sobre la imagen para marcar el lugar. La nota y el lugar llegan a quien hizo la "
        "imagen: no escriba quién es el paciente."
    ),
    "validate-mark-place": "Marcar un lugar con el teclado",
    "validate-mark-remove": "Quitar la marca",
    "validate-back-yes": "Devolver",
    "validate-note-wrong": ("Diga en una línea de 500 caracteres como máximo qué hay que hacer."),
    "validate-save-title": "Guardar lo que decidió",
    "validate-who": "Su nombre",
    "validate-role": "Su función",
    "validate-own": "Estas imágenes las hice yo",
    "validate-own-help": (
        "Entonces nadie más las ha mirado: si una política pide una segunda persona, esta "
        "validación no vale nada."
    ),
    "validate-save": "Guardar la validación",
    "validation-nothing": "Aún no se ha decidido nada. Acepte o devuelva antes una imagen.",
    "validation-several": "Solo se puede abrir una validación cada vez.",
    "validate-saved": (
        "Se guardó {name}, con {left} sin decidir. Entréguela a quien hizo las imágenes. En ella "
        "consta el nombre de usted."
    ),
    "validate-saved-logged": (
        "Se guardó {name}, con {left} sin decidir, y se añadió al registro. Entréguela a quien "
        "hizo las imágenes. En ella consta el nombre de usted."
    ),
    "validate-return-title": "Abrir lo que decidió una segunda persona",
    "validate-return-help": (
        "Para quien hizo las imágenes: con sus imágenes o su proyecto abiertos, lo devuelto "
        "aparece en el editor con su nota."
    ),
    "validate-return": "Abrir una validación",
    "returned-opened": "{told}",
    "returned-counts": "{accepted} aceptadas, {sent_back} devueltas, {undecided} sin decidir.",
    "returned-elsewhere": {
        "one": "{count} devuelta no está abierta aquí: {names}. Ábrala, o abra su proyecto.",
        "other": (
            "{count} devueltas no están abiertas aquí: {names}. Ábralas, o abra su proyecto."
        ),
    },
    "returned-note": "Devuelta por {who}: {note}",
    "returned-dashed": "El lugar está punteado.",
    "returned-next": "Siguiente devuelta",
    "returned-close": "Quitar la nota",
}
