"""Words of the report, in Spanish."""

REPORT = {
    "report-files-title": "El informe",
    "report-help": (
        "Cuenta lo que se hizo con un conjunto de imágenes, en una sola página para un auditor o "
        "un experto. Se hace con los registros privados de lo que se guardó en esta página y con "
        "los archivos que elija: registros privados, el proyecto, una validación, el registro del "
        "proceso. *Privado:* nombra a personas y dice por qué se conservó algo."
    ),
    "report-choose": "Elegir archivos",
    "report-make": "Hacer el informe",
    "report-busy": "Se está contando todo…",
    "report-taken": (
        "Registros de {images} imágenes guardadas aquí, {records} elegidos; proyecto {project}, "
        "validación {validation}, registro del proceso {log}."
    ),
    "report-save": "Guardar informe (privado)",
    "report-print": "Imprimir",
    "report-saved": "Se guardó {name}. Es privado: nombra a personas.",
    "process-report": "Informe",
    "report-title": "Informe sobre imágenes desidentificadas",
    "report-written": {
        "one": "Informe sobre {count} imagen escrito en {path}.",
        "other": "Informe sobre {count} imágenes escrito en {path}.",
    },
    "report-nothing": (
        "Aquí no hay ningún registro privado: no se contó nada ni se escribió ningún informe."
    ),
    "report-made": (
        "Hecho el {at} con Pixelseal {version}. Cuenta lo que dicen los registros privados y no "
        "muestra ninguna imagen."
    ),
    "report-about": "El proyecto",
    "report-what": "Qué",
    "report-stated": "Según lo declarado",
    "report-policy": "Política",
    "report-policy-none": "ninguna",
    "report-build": "Hechas con",
    "report-times": {
        "one": "{text} – {count} imagen",
        "other": "{text} – {count} imágenes",
    },
    "report-images-title": "Imágenes",
    "report-images-made": {
        "one": "Se hizo {count} imagen.",
        "other": "Se hicieron {count} imágenes.",
    },
    "report-images-days": "Los registros son del {first} al {last}.",
    "report-images-named": {
        "one": "{count} tiene un ID alternativo.",
        "other": "{count} tienen un ID alternativo.",
    },
    "report-images-turned": {
        "one": "{count} se giró o se reflejó.",
        "other": "{count} se giraron o se reflejaron.",
    },
    "report-formats": "Formato del original → del resultado",
    "report-images": "Imágenes",
    "report-size-below": "menos de {above} megapíxel",
    "report-size-from": "{below} megapíxeles o más",
    "report-size-between": "de {below} a {above} megapíxeles",
    "report-covered-title": "Lo que se cubrió, por identificador",
    "report-regions": {
        "one": "Se cubrió {count} región.",
        "other": "Se cubrieron {count} regiones.",
    },
    "report-method": "{name}: {count}.",
    "report-method-fill": "Con un color liso",
    "report-method-mosaic": "Con un mosaico",
    "report-method-blur": "Con un desenfoque",
    "report-marks-keep": {
        "one": "Se conservó {count} zona y se cubrió todo alrededor.",
        "other": "Se conservaron {count} zonas y se cubrió todo alrededor.",
    },
    "report-marks-crop": {
        "one": "Se recortó {count} imagen.",
        "other": "Se recortaron {count} imágenes.",
    },
    "report-marks-bare": {
        "one": "{count} imagen no tiene ninguna marca.",
        "other": "{count} imágenes no tienen ninguna marca.",
    },
    "report-looked-title": "Quién miró y hasta dónde",
    "report-looked-screen": {
        "one": "{count} imagen estuvo en pantalla a tamaño completo, cada parte de ella.",
        "other": "{count} imágenes estuvieron en pantalla a tamaño completo, cada parte de ellas.",
    },
    "report-looked-stated": {
        "one": "De {count} imagen, una persona declara haberla mirado entera.",
        "other": "De {count} imágenes, una persona declara haber mirado entera cada una.",
    },
    "report-looked-no": {
        "one": "Nadie declara haber mirado {count} imagen.",
        "other": "Nadie declara haber mirado {count} imágenes.",
    },
    "report-given-singly": {
        "one": "Cada declaración sobre {count} imagen se hizo por separado.",
        "other": "Cada declaración sobre {count} imágenes se hizo por separado.",
    },
    "report-given-together": {
        "one": "Lo pendiente sobre {count} imagen se declaró con una sola pulsación.",
        "other": (
            "Lo pendiente sobre cada una de {count} imágenes se declaró con una sola pulsación "
            "para esa imagen."
        ),
    },
    "report-given-several": {
        "one": "Hay declaraciones sobre {count} imagen que se hicieron para varias a la vez.",
        "other": "Hay declaraciones sobre {count} imágenes que se hicieron para varias a la vez.",
    },
    "report-given-none": {
        "one": "De {count} imagen no se sabe cómo se hicieron las declaraciones, o no las hay.",
        "other": "De {count} imágenes no se sabe cómo se hicieron las declaraciones, o no las hay.",
    },
    "report-shown-full": "mostrada a tamaño completo",
    "report-shown-whole": "mostrada entera, más pequeña",
    "report-shown-never": "nunca mostrada entera",
    "report-shown-none": "no mostrada por una página",
    "report-answers-title": "Los 18 identificadores: imágenes por respuesta",
    "report-identifier": "Identificador",
    "report-answer-absent": "No se ve",
    "report-answer-covered": "Cubierto",
    "report-answer-cropped": "Recortado",
    "report-answer-kept": "Conservado",
    "report-answer-open": "Sin respuesta",
    "report-programs-title": "Programas que miraron",
    "report-programs-before": {
        "one": "Los programas miraron {count} imagen antes de cubrirla.",
        "other": "Los programas miraron {count} imágenes antes de cubrirlas.",
    },
    "report-programs-again": {
        "one": "Los programas miraron {count} imagen terminada.",
        "other": "Los programas miraron {count} imágenes terminadas.",
    },
    "report-programs-never": {
        "one": "Ningún programa miró {count} imagen.",
        "other": "Ningún programa miró {count} imágenes.",
    },
    "report-programs-unconfirmed": {
        "one": "Se cubrió {count} región propuesta por un programa que ninguna persona confirmó.",
        "other": (
            "Se cubrieron {count} regiones propuestas por programas que ninguna persona confirmó."
        ),
    },
    "report-missed-face": "En las pruebas se les escaparon hasta {count} de cada 100 caras.",
    "report-missed-writing": (
        "En las pruebas se les escaparon hasta {count} de cada 100 líneas de texto."
    ),
    "report-missed-code": "En las pruebas se les escaparon hasta {count} de cada 100 códigos.",
    "report-finder": {
        "one": "{name}: {count} imagen.",
        "other": "{name}: {count} imágenes.",
    },
    "report-kind": "Clase",
    "report-kind-face": "Caras",
    "report-kind-writing": "Texto",
    "report-kind-code": "Códigos",
    "report-found-proposed": "Propuestos",
    "report-found-taken": "Aceptados",
    "report-found-thrown_away": "Descartados",
    "report-found-still_found": "Aún hallados en los resultados",
    "report-found-stays": "Declarados que se quedan",
    "report-validation-title": "Segunda persona",
    "report-validation-none": "Este informe no recibió ninguna validación.",
    "report-validation-by": "{who}, {role}, {at}.",
    "report-validation-own": "Declara que también hizo las imágenes: no es una segunda persona.",
    "report-validation-others": {
        "one": "Trata también de {count} imagen de la que no habla ningún registro.",
        "other": "Trata también de {count} imágenes de las que no habla ningún registro.",
    },
    "report-decision-accepted": "aceptadas",
    "report-decision-sent-back": "devueltas",
    "report-decision-none": "sin decisión",
    "report-log-title": "Registro",
    "report-log-none": "Este informe no recibió ningún registro del proceso.",
    "report-log": {
        "one": "{count} línea, hasta el {at}. Cabeza {head}",
        "other": "{count} líneas, hasta el {at}. Cabeza {head}",
    },
    "report-open-title": "Cuestiones abiertas",
    "report-open-none": "Ninguna de la que hablen los archivos.",
    "report-open-waiting": {
        "one": "{count} imagen del proyecto no tiene registro aquí.",
        "other": "{count} imágenes del proyecto no tienen registro aquí.",
    },
    "report-open-looked": {
        "one": "Nadie declara haber mirado {count} imagen.",
        "other": "Nadie declara haber mirado {count} imágenes.",
    },
    "report-open-letters": {
        "one": "{count} imagen tiene identificadores sin respuesta.",
        "other": "{count} imágenes tienen identificadores sin respuesta.",
    },
    "report-open-places": {
        "one": (
            "Los programas aún hallan {count} lugar en una imagen terminada, y nadie decidió sobre "
            "él."
        ),
        "other": (
            "Los programas aún hallan {count} lugares en imágenes terminadas, y nadie decidió "
            "sobre ellos."
        ),
    },
    "report-open-unconfirmed": {
        "one": "Se cubrió {count} región sin ninguna persona.",
        "other": "Se cubrieron {count} regiones sin ninguna persona.",
    },
    "report-open-sent-back": {
        "one": "Se devolvió {count} imagen.",
        "other": "Se devolvieron {count} imágenes.",
    },
    "report-open-undecided": {
        "one": "Una segunda persona no ha decidido sobre {count} imagen.",
        "other": "Una segunda persona no ha decidido sobre {count} imágenes.",
    },
    "report-open-builds": (
        "Las imágenes se hicieron con {count} versiones de compilación distintas."
    ),
    "report-open-policies": (
        "Las imágenes se hicieron con {count} políticas distintas, o algunas sin ninguna."
    ),
    "report-open-unread": {
        "one": "No se contó {count} archivo: no es un registro privado.",
        "other": "No se contaron {count} archivos: no son registros privados.",
    },
    "report-recognised-title": "Lo que aún podría reconocerse",
    "report-recognised": (
        "Ningún informe demuestra que no se pueda reconocer a nadie. Quien conoce a la persona, el "
        "lugar o el caso puede reconocer lo que ninguna regla nombra: una cicatriz, una "
        "habitación, una enfermedad rara, una fecha de las noticias. Juzgue una muestra de las "
        "imágenes con estas cuentas delante."
    ),
    "report-recognised-soft": {
        "one": "{count} región es un mosaico o un desenfoque, que deja una parte de lo que había.",
        "other": (
            "{count} regiones son mosaicos o desenfoques, que dejan una parte de lo que había."
        ),
    },
    "report-kept-because": "Conservado, porque",
    "report-kept-without": "(sin motivo declarado)",
    "report-not-a-record": (
        "Esto no es un registro privado de Pixelseal ({key}). Elija los registros que se guardaron "
        "con las imágenes."
    ),
    "report-too-many": (
        "Un informe cuenta como máximo {images} registros. Haga uno para cada parte."
    ),
}
