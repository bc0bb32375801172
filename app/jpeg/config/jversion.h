/* Texts that our code never prints. */
#define JVERSION  ""
#define JCOPYRIGHT1  ""
#define JCOPYRIGHT2  ""
#define JCOPYRIGHT_SHORT  ""
