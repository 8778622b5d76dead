/**
 * The 887 communes of the Pas-de-Calais by postal code, each as `<last three digits of its INSEE code> <official name>`.
 * Extracted from @etalab/decoupage-administratif 6.0.0 (MIT). CEDEX codes are not in the list.
 */
export const COMMUNES_62: Readonly<Record<string, string>> = {
  '62000': '041 Arras | 263 Dainville',
  '62100': '193 Calais',
  '62110': '427 Hénin-Beaumont',
  '62111':
    '130 Bienvillers-au-Bois | 341 Foncquevillers | 375 Gommecourt | 409 Hannescamps | 422 Hébuterne | 579 Monchy-au-Bois | 664 Pommier | 733 Sailly-au-Bois | 800 Souastre',
  '62112': '240 Corbehem | 383 Gouy-sous-Bellonne',
  '62113': '480 Labourse | 735 Sailly-Labourse | 847 Verquigneul',
  '62114': '737 Sains-en-Gohelle',
  '62116': '002 Ablainzevelle | 009 Adinfer | 068 Ayette | 181 Bucquoy | 272 Douchy-lès-Ayette | 672 Puisieux',
  '62117': '173 Brebières',
  '62118':
    '128 Biache-Saint-Vaast | 323 Fampoux | 405 Hamblain-les-Prés | 582 Monchy-le-Preux | 650 Pelves | 660 Plouvain | 718 Rœux',
  '62119': '274 Dourges',
  '62120':
    '014 Aire-sur-la-Lys | 141 Blessy | 205 Campagne-lès-Wardrecques | 486 Lambres-lez-Aire | 517 Linghem | 543 Mametz | 564 Mazinghem | 620 Norrent-Fontes | 676 Quernes | 681 Quiestède | 684 Racquinghem | 691 Saint-Augustin | 701 Rely | 720 Rombly | 721 Roquetoire | 750 Saint-Hilaire-Cottes | 875 Wardrecques | 900 Witternesse | 901 Wittes',
  '62121':
    '005 Achiet-le-Grand | 006 Achiet-le-Petit | 103 Béhagnies | 131 Bihucourt | 248 Courcelles-le-Comte | 306 Ervillers | 374 Gomiécourt | 406 Hamelincourt | 597 Moyenneville | 776 Sapignies',
  '62122': '479 Labeuvrière | 489 Lapugnoy',
  '62123':
    '072 Bailleulmont | 074 Bailleulval | 085 Basseux | 097 Beaumetz-lès-Loges | 112 Berles-au-Bois | 115 Berneville | 378 Gouves | 379 Gouy-en-Artois | 399 Habarcq | 578 Monchiet | 586 Montenescourt | 629 Noyellette | 796 Simencourt | 874 Wanquetin | 878 Warlus',
  '62124':
    '082 Barastre | 096 Beaumetz-lès-Cambrai | 117 Bertincourt | 122 Beugny | 189 Bus | 410 Haplincourt | 493 Lebucquière | 494 Léchelle | 572 Metz-en-Couture | 591 Morchies | 608 Neuville-Bourjonval | 731 Ruyaulcourt | 840 Vélu | 909 Ytres',
  '62126': '237 Conteville-lès-Boulogne | 653 Pernes-lès-Boulogne | 658 Pittefaux | 894 Wimille',
  '62127':
    '027 Ambrines | 061 Averdoingt | 070 Bailleul-aux-Cornailles | 221 Chelers | 362 Frévillers | 381 Gouy-en-Ternois | 514 Ligny-Saint-Flochel | 536 Magnicourt-en-Comte | 542 Maizières | 558 Marquay | 580 Monchy-Breton | 651 Penin | 809 Ternas | 820 Tincques | 860 Villers-Sir-Simon',
  '62128':
    '144 Boiry-Becquerelle | 172 Boyelles | 185 Bullecourt | 223 Chérisy | 259 Croisilles | 285 Écoust-Saint-Mein | 343 Fontaine-lès-Croisilles | 392 Guémappe | 426 Héninel | 428 Hénin-sur-Cojeul | 619 Noreuil | 754 Saint-Léger | 761 Saint-Martin-sur-Cojeul | 873 Wancourt',
  '62129': '265 Delettes | 288 Ecques | 471 Bellinghem | 691 Saint-Augustin | 811 Thérouanne',
  '62130':
    '101 Beauvois | 114 Bermicourt | 180 Brias | 187 Buneville | 238 Conteville-en-Ternois | 258 Croisette | 260 Croix-en-Ternois | 348 Foufflin-Ricametz | 352 Framecourt | 367 Gauchin-Verloingt | 396 Guinecourt | 416 Hautecloque | 433 Héricourt | 435 Herlincourt | 436 Herlin-le-Sec | 442 Hernicourt | 462 Huclier | 467 Humerœuille | 468 Humières | 539 Maisnil | 590 Monts-en-Ternois | 607 Neuville-au-Cornet | 633 Œuf-en-Ternois | 641 Ostreville | 655 Pierremont | 686 Ramecourt | 717 Roëllecourt | 763 Saint-Michel-sur-Ternoise | 767 Saint-Pol-sur-Ternoise | 797 Siracourt | 813 La Thieuloye | 831 Troisvaux | 883 Wavrans-sur-Ternoise',
  '62131': '278 Drouvin-le-Marais | 836 Vaudricourt | 848 Verquin',
  '62132': '167 Boursin | 191 Caffiers | 334 Fiennes | 412 Hardinghen | 439 Hermelinghen',
  '62134':
    '036 Anvin | 109 Bergueneuse | 171 Boyaval | 299 Eps | 301 Équirre | 303 Érin | 333 Fiefs | 339 Fleury | 342 Fontaine-lès-Boulans | 451 Heuchin | 519 Lisbourg | 581 Monchy-Cayeux | 668 Prédefin | 808 Teneur | 818 Tilly-Capelle',
  '62136': '252 La Couture | 502 Lestrem | 706 Richebourg | 851 Vieille-Chapelle',
  '62137': '244 Coulogne',
  '62138': '051 Auchy-les-Mines | 132 Billy-Berclau | 276 Douvrin | 401 Haisnes | 863 Violaines',
  '62140':
    '046 Aubin-Saint-Vaast | 175 Brévillers | 212 Capelle-lès-Hesdin | 219 Caumont | 220 Cavron-Saint-Martin | 222 Chériennes | 359 Fressin | 388 Grigny | 395 Guigny | 398 Guisy | 447 Hesdin-la-Forêt | 481 Labroye | 521 La Loge | 550 Marconnelle | 596 Mouriez | 661 Bouin-Plumoison | 677 Le Quesnoy-en-Artois | 690 Raye-sur-Authie | 700 Regnauville | 824 Tortefontaine | 834 Vacqueriette-Erquières | 871 Wambercourt',
  '62141': '321 Évin-Malmaison',
  '62142':
    '022 Alincthun | 104 Bellebrune | 105 Belle-et-Houllefort | 230 Colembert | 429 Henneveux | 526 Longueville | 599 Nabringhen | 880 Le Wast',
  '62143': '032 Angres',
  '62144': '007 Acq | 213 Carency | 415 Haute-Avesnes | 589 Mont-Saint-Éloi | 854 Villers-au-Bois',
  '62145': '295 Enquin-lez-Guinegatte | 313 Estrée-Blanche | 509 Liettres',
  '62147': '384 Graincourt-lès-Havrincourt | 421 Havrincourt | 440 Hermies | 830 Trescault',
  '62149': '034 Annequin | 200 Cambrin | 262 Cuinchy | 330 Festubert | 373 Givenchy-lès-la-Bassée',
  '62150':
    '077 Bajus | 120 Beugin | 218 Caucourt | 232 La Comté | 356 Fresnicourt-le-Dolmen | 366 Gauchin-Légal | 441 Hermin | 457 Houdain | 693 Rebreuve-Ranchicourt',
  '62151': '188 Burbure',
  '62152': '603 Nesles | 604 Neufchâtel-Hardelot',
  '62153': '001 Ablain-Saint-Nazaire | 801 Souchez',
  '62155': '571 Merlimont',
  '62156': '145 Boiry-Notre-Dame | 280 Dury | 317 Étaing | 319 Éterpigny | 414 Haucourt | 703 Rémy | 864 Vis-en-Artois',
  '62157': '023 Allouagne',
  '62158':
    '086 Bavincourt | 216 La Cauchie | 243 Coullemont | 253 Couturelle | 434 La Herlière | 465 Humbercamps | 784 Saulty',
  '62159': '484 Lagnicourt-Marcel | 594 Mory | 839 Vaulx-Vraucourt',
  '62160': '019 Aix-Noulette | 186 Bully-les-Mines | 386 Grenay',
  '62161': '011 Agnez-lès-Duisans | 279 Duisans | 320 Étrun | 557 Marœuil',
  '62162': '766 Saint-Omer-Capelle | 852 Vieille-Église',
  '62164': '025 Ambleteuse | 056 Audresselles',
  '62170':
    '018 Aix-en-Issart | 044 Attin | 094 Beaumerie-Saint-Martin | 116 Bernieulles | 123 Beussent | 124 Beutin | 150 Boisjean | 176 Bréxent-Énocq | 177 Brimeux | 196 La Calotterie | 206 Campigneulles-les-Grandes | 207 Campigneulles-les-Petites | 289 Écuires | 312 Estrée | 315 Estréelles | 472 Inxent | 499 Lépine | 535 La Madelaine-sous-Montreuil | 547 Marant | 556 Marles-sur-Canche | 585 Montcavrel | 588 Montreuil-sur-Mer | 610 Neuville-sous-Montreuil | 698 Recques-sur-Course | 742 Saint-Aubin | 752 Saint-Josse | 787 Sempy | 799 Sorrus | 870 Wailly-Beaucamp',
  '62172': '170 Bouvigny-Boyeffles',
  '62173': '135 Blairville | 332 Ficheux | 689 Ransart | 712 Rivière',
  '62175':
    '146 Boiry-Saint-Martin | 147 Boiry-Sainte-Rictrude | 151 Boisleux-au-Mont | 152 Boisleux-Saint-Marc | 425 Hendecourt-lès-Ransart',
  '62176': '201 Camiers',
  '62179': '054 Audinghen | 307 Escalles | 444 Hervelinghen | 806 Tardinghen | 899 Wissant',
  '62180':
    '015 Airon-Notre-Dame | 016 Airon-Saint-Vaast | 231 Colline-Beaumont | 233 Conchil-le-Temple | 602 Nempont-Saint-Firmin | 688 Rang-du-Fliers | 815 Tigny-Noyelle | 849 Verton | 866 Waben',
  '62182': '192 Cagnicourt | 424 Hendecourt-lès-Cagnicourt | 709 Riencourt-lès-Cagnicourt | 858 Villers-lès-Cagnicourt',
  '62185': '360 Fréthun | 615 Nielles-lès-Calais | 769 Saint-Tricat',
  '62187': '264 Dannes',
  '62190':
    '028 Ames | 049 Auchy-au-Bois | 162 Bourecq | 286 Ecquedecques | 407 Ham-en-Artois | 500 Lespesses | 508 Lières | 516 Lillers',
  '62196': '445 Hesdigneul-lès-Béthune',
  '62199': '377 Gosnay',
  '62200': '160 Boulogne-sur-Mer',
  '62210': '065 Avion',
  '62215': '645 Oye-Plage',
  '62217':
    '004 Achicourt | 013 Agny | 099 Beaurains | 568 Mercatel | 611 Neuville-Vitasse | 817 Tilloy-lès-Mofflaines | 869 Wailly',
  '62218': '523 Loison-sous-Lens',
  '62219': '525 Longuenesse | 898 Wisques',
  '62220': '215 Carvin',
  '62221': '628 Noyelles-sous-Lens',
  '62223':
    '037 Anzin-Saint-Aubin | 042 Athies | 290 Écurie | 331 Feuchy | 714 Roclincourt | 744 Sainte-Catherine | 753 Saint-Laurent-Blangy | 764 Saint-Nicolas',
  '62224': '300 Équihen-Plage',
  '62230': '643 Outreau',
  '62231': '239 Coquelles | 654 Peuplingues | 774 Sangatte',
  '62232': '035 Annezin | 349 Fouquereuil | 350 Fouquières-lès-Béthune | 454 Hinges | 841 Vendin-lès-Béthune',
  '62240':
    '102 Bécourt | 165 Bournonville | 179 Brunembert | 251 Courset | 255 Crémarest | 268 Desvres | 524 Longfossé | 530 Lottinghen | 566 Menneville | 678 Quesques | 759 Saint-Martin-Choquel | 786 Selles | 789 Senlecques | 853 Vieil-Moutier | 896 Wirwignes',
  '62250':
    '052 Audembert | 089 Bazinghen | 125 Beuvrequen | 329 Ferques | 487 Landrethun-le-Nord | 503 Leubringhen | 505 Leulinghen-Bernes | 546 Maninghen-Henne | 560 Marquise | 636 Offrethun | 751 Saint-Inglevert | 867 Wacquinghen',
  '62260': '029 Amettes | 048 Auchel | 217 Cauchy-à-la-Tour | 328 Ferfay',
  '62270':
    '137 Blangerval-Blangermont | 154 Bonnières | 158 Boubers-sur-Canche | 163 Bouret-sur-Canche | 208 Canettemont | 234 Conchy-sur-Canche | 283 Écoivres | 337 Flers | 346 Fortel-en-Artois | 361 Frévent | 459 Houvin-Houvigneul | 513 Ligny-sur-Canche | 518 Linzeux | 537 Magnicourt-sur-Canche | 576 Moncheaux-lès-Frévent | 577 Monchel-sur-Canche | 631 Nuncq-Hautecôte | 694 Rebreuve-sur-Canche | 695 Rebreuviette | 791 Séricourt | 795 Sibiville | 833 Vacquerie-le-Boucq',
  '62280': '758 Saint-Martin-Boulogne',
  '62290': '617 Nœux-les-Mines',
  '62300': '291 Éleu-dit-Leauwette | 498 Lens',
  '62310':
    '026 Ambricourt | 066 Avondance | 069 Azincourt | 209 Canlers | 246 Coupelle-Neuve | 247 Coupelle-Vieille | 256 Crépy | 257 Créquy | 364 Fruges | 453 Hézecques | 533 Lugy | 541 Maisoncelle | 562 Matringhem | 565 Mencas | 659 Planques | 685 Radinghem | 726 Ruisseauville | 738 Sains-lès-Fressin | 790 Senlis | 823 Torcy | 828 Tramecourt | 843 Verchin | 862 Vincly',
  '62320': '003 Acheville | 148 Bois-Bernard | 277 Drocourt | 724 Rouvroy',
  '62330': '391 Guarbecque | 473 Isbergues',
  '62340':
    '031 Andres | 156 Bonningues-lès-Calais | 161 Bouquehault | 203 Campagne-lès-Guines | 397 Guînes | 408 Hames-Boucres | 657 Pihen-lès-Guînes',
  '62350':
    '190 Busnes | 195 Calonne-sur-la-Lys | 584 Mont-Bernanchon | 713 Robecq | 747 Saint-Floris | 770 Saint-Venant',
  '62360':
    "075 Baincthun | 235 Condette | 281 Echinghen | 446 Hesdigneul-lès-Boulogne | 448 Hesdin-l'Abbé | 474 Isques | 746 Saint-Étienne-au-Mont | 755 Saint-Léonard | 908 La Capelle-lès-Boulogne",
  '62370':
    '057 Audruicq | 393 Guemps | 621 Nortkerque | 623 Nouvelle-Église | 634 Offekerque | 662 Polincove | 730 Ruminghem | 748 Saint-Folquin | 756 Sainte-Marie-Kerque | 906 Zutkerque',
  '62380':
    "008 Acquin-Westbécourt | 010 Affringues | 088 Bayenghem-lès-Seninghem | 140 Bléquin | 169 Bouvelinghem | 229 Cléty | 245 Coulomby | 271 Dohem | 292 Elnes | 309 Esquerdes | 495 Ledinghem | 534 Lumbres | 613 Nielles-lès-Bléquin | 644 Ouve-Wirquin | 675 Quercamps | 702 Remilly-Wirquin | 788 Seninghem | 794 Setques | 837 Vaudringhem | 882 Wavrans-sur-l'Aa | 897 Wismes",
  '62390':
    "047 Aubrometz | 060 Auxi-le-Château | 143 Boffles | 182 Buire-au-Bois | 345 Fontaine-l'Étalon | 370 Gennes-Ivergny | 411 Haravesnes | 616 Nœux-lès-Auxi | 665 Le Ponchel | 683 Quœux-Haut-Maînil | 722 Rougefay | 822 Tollent | 838 Vaulx | 859 Villers-l'Hôpital | 881 Beauvoir-Wavans | 891 Willencourt",
  '62400': '119 Béthune | 310 Essars | 520 Locon',
  '62410': '107 Bénifontaine | 464 Hulluch | 573 Meurchin | 895 Wingles',
  '62420': '133 Billy-Montigny',
  '62430': '771 Sallaumines',
  '62440': '413 Harnes',
  '62450':
    '064 Avesnes-lès-Bapaume | 079 Bancourt | 080 Bapaume | 093 Beaulencourt | 121 Beugnâtre | 129 Biefvillers-lès-Bapaume | 326 Favreuil | 353 Frémicourt | 387 Grévillers | 515 Ligny-Thilloy | 561 Martinpuich | 593 Morval | 708 Riencourt-lès-Bapaume | 715 Rocquigny | 777 Le Sars | 829 Le Transloy | 855 Villers-au-Flos | 876 Warlencourt-Eaucourt',
  '62460': '269 Diéval | 270 Divion | 642 Ourton',
  '62470': '194 Calonne-Ricouart | 197 Camblain-Châtelain',
  '62480': '667 Le Portel',
  '62490':
    '106 Bellonne | 355 Fresnes-lès-Montauban | 476 Izel-lès-Équerchin | 627 Noyelles-sous-Bellonne | 680 Quiéry-la-Motte | 734 Sailly-en-Ostrevent | 825 Tortequesne | 865 Vitry-en-Artois',
  '62500':
    '149 Boisdinghem | 225 Clairmarais | 504 Leulinghem | 674 Quelmes | 757 Saint-Martin-lez-Tatinghem | 765 Saint-Omer | 772 Salperwick | 819 Tilques | 905 Zudausques',
  '62510': '040 Arques',
  '62520': '826 Le Touquet-Paris-Plage',
  '62530': '380 Gouy-Servins | 443 Hersin-Coupigny | 793 Servins',
  '62540': '532 Lozinghem | 555 Marles-les-Mines',
  '62550':
    '058 Aumerval | 071 Bailleul-lès-Pernes | 166 Bours | 340 Floringhem | 344 Fontaine-lès-Hermans | 450 Hestrus | 553 Marest | 600 Nédon | 601 Nédonchel | 652 Pernes | 669 Pressy | 732 Sachin | 740 Sains-lès-Pernes | 805 Tangry | 835 Valhuon',
  '62560':
    "053 Audincthun | 067 Avroult | 254 Coyecques | 267 Dennebrœucq | 325 Fauquembergues | 569 Merck-Saint-Liévin | 696 Reclinghem | 704 Renty | 760 Saint-Martin-d'Hardinghem | 812 Thiembronne | 844 Verchocq",
  '62570': '403 Hallines | 423 Helfaut | 656 Pihem | 902 Wizernes',
  '62575': '139 Blendecques | 452 Heuringhem',
  '62580':
    '039 Arleux-en-Gohelle | 073 Bailleul-Sir-Berthoult | 324 Farbus | 358 Fresnoy-en-Gohelle | 369 Gavrelle | 371 Givenchy-en-Gohelle | 609 Neuville-Saint-Vaast | 612 Neuvireuil | 639 Oppy | 810 Thélus | 861 Vimy | 892 Willerval',
  '62590': '637 Oignies',
  '62600': '108 Berck | 390 Groffliers',
  '62610':
    '038 Ardres | 059 Autingues | 078 Balinghem | 174 Brêmes | 488 Landrethun-lès-Ardres | 531 Louches | 614 Nielles-lès-Ardres | 716 Rodelinghem',
  '62620': '083 Barlin | 456 Houchin | 540 Maisnil-lès-Ruitz | 727 Ruitz',
  '62630':
    '241 Cormont | 318 Étaples | 354 Frencq | 460 Hubersent | 496 Lefaux | 527 Longvilliers | 554 Maresville | 832 Tubersent | 887 Widehem',
  '62640': '587 Montigny-en-Gohelle',
  '62650':
    '017 Aix-en-Ergny | 021 Alette | 062 Avesnes | 127 Bezinghem | 134 Bimont | 168 Bourthes | 202 Campagne-lès-Boulonnais | 227 Clenleu | 296 Enquin-sur-Baillons | 302 Ergny | 437 Herly | 463 Hucqueliers | 466 Humbert | 545 Maninghem | 648 Parenty | 670 Preures | 682 Quilen | 729 Rumilly | 762 Saint-Michel-sous-Bois | 886 Wicquinghem | 903 Zoteux',
  '62660': '126 Beuvry',
  '62670': '563 Mazingarbe',
  '62680': '570 Méricourt',
  '62690':
    "012 Agnières | 045 Aubigny-en-Artois | 113 Berles-Monchel | 118 Béthonsart | 198 Cambligneul | 199 Camblain-l'Abbé | 211 Capelle-Fermont | 314 Estrée-Cauchy | 363 Frévin-Capelle | 438 Hermaville | 477 Izel-lès-Hameau | 574 Mingoval | 785 Savy-Berlette | 816 Tilloy-lès-Hermaville | 856 Villers-Brûlin | 857 Villers-Châtel",
  '62700': '178 Bruay-la-Buissière',
  '62710': '250 Courrières',
  '62720': '705 Rety | 711 Rinxent | 889 Wierre-Effroy',
  '62730': '043 Les Attaques | 548 Marck',
  '62740': '351 Fouquières-lès-Lens',
  '62750': '528 Loos-en-Gohelle',
  '62760':
    '030 Amplier | 242 Couin | 322 Famechon | 368 Gaudiempré | 389 Grincourt-lès-Pas | 404 Halloy | 430 Hénu | 583 Mondicourt | 640 Orville | 649 Pas-en-Artois | 663 Pommera | 741 Saint-Amand | 779 Sarton | 814 Thièvres | 877 Warlincourt-lès-Pas',
  '62770':
    '050 Auchy-lès-Hesdin | 090 Béalencourt | 138 Blangy-sur-Ternoise | 142 Blingel | 282 Éclimeux | 335 Fillièvres | 357 Fresnoy | 365 Galametz | 470 Incourt | 605 Neulette | 625 Noyelles-lès-Humières | 647 Le Parcq | 719 Rollancourt | 749 Saint-Georges | 850 Vieil-Hesdin | 868 Wail | 872 Wamin | 890 Willeman',
  '62780': '261 Cucq',
  '62790': '497 Leforest',
  '62800': '510 Liévin',
  '62810':
    '063 Avesnes-le-Comte | 084 Barly | 091 Beaudricourt | 092 Beaufort-Blavincourt | 111 Berlencourt-le-Cauroy | 266 Denier | 316 Estrée-Wamin | 347 Fosseux | 372 Givenchy-le-Noble | 385 Grand-Rullecourt | 418 Hauteville | 475 Ivergny | 490 Lattre-Saint-Quentin | 507 Liencourt | 511 Lignereuil | 544 Manin | 630 Noyelle-Vion | 778 Sars-le-Bois | 798 Sombrin | 802 Le Souich | 804 Sus-Saint-Léger | 879 Warluzel',
  '62820': '907 Libercourt',
  '62830':
    '214 Carly | 273 Doudeauville | 402 Halinghen | 483 Lacres | 679 Questrecques | 773 Samer | 821 Tingry | 845 Verlincthun | 888 Wierre-au-Bois',
  '62840': '338 Fleurbaix | 491 Laventie | 529 Lorgies | 606 Neuve-Chapelle | 736 Sailly-sur-la-Lys',
  '62850':
    '020 Alembon | 024 Alquines | 076 Bainghen | 308 Escœuilles | 419 Haut-Loquin | 432 Herbinghen | 455 Hocquinghen | 478 Journy | 506 Licques | 692 Rebergues | 775 Sanghen | 803 Surques',
  '62860':
    '081 Baralle | 164 Bourlon | 184 Buissy | 284 Écourt-Saint-Quentin | 298 Épinoy | 469 Inchy-en-Artois | 559 Marquion | 638 Oisy-le-Verger | 646 Palluel | 671 Pronville-en-Artois | 673 Quéant | 697 Récourt | 728 Rumaucourt | 739 Sains-lès-Marquion | 780 Sauchy-Cauchy | 781 Sauchy-Lestrée | 782 Saudemont',
  '62870':
    '183 Buire-le-Sec | 204 Campagne-lès-Hesdin | 275 Douriez | 382 Gouy-Saint-André | 538 Maintenay | 723 Roussent | 768 Saint-Rémy-au-Bois | 783 Saulchoy',
  '62880': '033 Annay | 311 Estevelles | 666 Pont-à-Vendin | 842 Vendin-le-Vieil',
  '62890':
    '055 Audrehem | 155 Bonningues-lès-Ardres | 228 Clerques | 567 Mentque-Nortbécourt | 598 Muncq-Nieurlet | 618 Nordausques | 622 Nort-Leulinghem | 699 Recques-sur-Hem | 827 Tournehem-sur-la-Hem | 904 Zouafques',
  '62910': '087 Bayenghem-lès-Éperlecques | 297 Éperlecques | 458 Houlle | 592 Moringhem | 595 Moulle | 792 Serques',
  '62920': '224 Chocques | 376 Gonnehem | 632 Oblinghem',
  '62930': '893 Wimereux',
  '62940': '400 Haillicourt',
  '62950': '624 Noyelles-Godault',
  '62960':
    '095 Beaumetz-lès-Aire | 153 Bomy | 304 Erny-Saint-Julien | 327 Febvin-Palfart | 336 Fléchin | 485 Laires | 512 Ligny-lès-Aire | 885 Westrehem',
  '62970': '249 Courcelles-lès-Lens',
  '62980': '626 Noyelles-lès-Vermelles | 846 Vermelles',
  '62990':
    '100 Beaurainville | 157 Boubers-lès-Hesmond | 236 Contes | 293 Embry | 449 Hesmond | 492 Lebiez | 501 Lespinoy | 522 Loison-sur-Créquoise | 551 Marenla | 552 Maresquel-Ecquemicourt | 635 Offin | 710 Rimboval | 725 Royon | 745 Saint-Denœux',
}
