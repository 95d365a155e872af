"""English titles of people, and the countries with their adjectives, peoples and capitals. Written by hand.

States are those of the United Nations and a few more that news names; forms are those of common newspaper usage.
"""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import lines, words

# Forms of address: they stand before a name and say nothing else.
COURTESY_TITLES: Final = frozenset(
    words("""
    mr mrs ms miss mx messrs mister madam madame ma'am sir lady dame lord dr doctor prof professor rev reverend fr
    father st saint hon honourable honorable rt excellency mme mlle monsieur señor señora herr frau don doña signor
    signora
    """)
)

# Offices and ranks that stand before a name and may stand for the person.
OFFICE_TITLES: Final = frozenset(
    words("""
    president vice-president premier chancellor minister secretary senator sen congressman congresswoman
    representative rep governor gov mayor councillor councilor judge justice attorney prosecutor ambassador envoy
    commissioner chairman chairwoman chairperson chair chief director spokesman spokeswoman spokesperson deputy
    speaker mp king queen prince princess duke duchess emperor empress pope cardinal archbishop bishop rabbi imam
    sheikh ayatollah general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal private
    admiral commander brigadier marshal inspector detective constable officer sheriff superintendent coach manager
    editor reporter analyst economist author ceo cfo founder owner candidate leader lawmaker official researcher
    scientist historian
    """)
)

# Continents, and what is made from them; no state is called so.
CONTINENTS: Final = frozenset(
    words("""
    Europe European Europeans Asia Asian Asians Africa African Africans America Americas Oceania Antarctica Antarctic
    Arctic Scandinavia Scandinavian Scandinavians
    """)
)

# Titles in full and their short forms: the same title (QC110).
SHORT_TITLES: Final = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel", "maj": "major",
    "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "dr": "doctor", "prof": "professor", "rev": "reverend",
    "mr": "mister", "st": "saint", "hon": "honourable", "pres": "president", "sec": "secretary", "adm": "admiral",
    "cmdr": "commander", "brig": "brigadier", "insp": "inspector", "det": "detective", "atty": "attorney",
}  # fmt: skip

# Country | other names | adjectives | people | capitals
COUNTRIES: Final = lines("""
Afghanistan||Afghan|Afghans|Kabul
Albania||Albanian|Albanians|Tirana
Algeria||Algerian|Algerians|Algiers
Andorra||Andorran|Andorrans|Andorra la Vella
Angola||Angolan|Angolans|Luanda
Antigua and Barbuda|Antigua|Antiguan|Antiguans|Saint John's
Argentina|the Argentine|Argentine,Argentinian|Argentines,Argentinians|Buenos Aires
Armenia||Armenian|Armenians|Yerevan
Australia||Australian,Aussie|Australians,Aussies|Canberra
Austria||Austrian|Austrians|Vienna
Azerbaijan||Azerbaijani,Azeri|Azerbaijanis,Azeris|Baku
Bahamas|the Bahamas|Bahamian|Bahamians|Nassau
Bahrain||Bahraini|Bahrainis|Manama
Bangladesh||Bangladeshi|Bangladeshis|Dhaka
Barbados||Barbadian,Bajan|Barbadians,Bajans|Bridgetown
Belarus|Byelorussia|Belarusian,Belarussian|Belarusians,Belarussians|Minsk
Belgium||Belgian|Belgians|Brussels
Belize||Belizean|Belizeans|Belmopan
Benin||Beninese||Porto-Novo
Bhutan||Bhutanese||Thimphu
Bolivia||Bolivian|Bolivians|La Paz,Sucre
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian|Bosnians|Sarajevo
Botswana||Botswanan|Batswana|Gaborone
Brazil|Brasil|Brazilian|Brazilians|Brasilia
Brunei||Bruneian|Bruneians|Bandar Seri Begawan
Bulgaria||Bulgarian|Bulgarians|Sofia
Burkina Faso||Burkinabe|Burkinabes|Ouagadougou
Burundi||Burundian|Burundians|Gitega
Cambodia|Kampuchea|Cambodian|Cambodians|Phnom Penh
Cameroon||Cameroonian|Cameroonians|Yaounde
Canada||Canadian|Canadians|Ottawa
Cape Verde|Cabo Verde|Cape Verdean|Cape Verdeans|Praia
Central African Republic|CAR|Central African|Central Africans|Bangui
Chad||Chadian|Chadians|N'Djamena
Chile||Chilean|Chileans|Santiago
China|People's Republic of China,PRC|Chinese||Beijing,Peking
Colombia||Colombian|Colombians|Bogota
Comoros||Comorian|Comorians|Moroni
Congo|Republic of the Congo,Congo-Brazzaville|Congolese||Brazzaville
Costa Rica||Costa Rican|Costa Ricans|San Jose
Croatia||Croatian,Croat|Croatians,Croats|Zagreb
Cuba||Cuban|Cubans|Havana
Cyprus||Cypriot|Cypriots|Nicosia
Czech Republic|Czechia|Czech|Czechs|Prague
Democratic Republic of the Congo|DRC,DR Congo,Congo-Kinshasa,Zaire|Congolese||Kinshasa
Denmark||Danish|Danes|Copenhagen
Djibouti||Djiboutian|Djiboutians|
Dominica||Dominican|Dominicans|Roseau
Dominican Republic||Dominican|Dominicans|Santo Domingo
East Timor|Timor-Leste|Timorese|East Timorese|Dili
Ecuador||Ecuadorian,Ecuadorean|Ecuadorians,Ecuadoreans|Quito
Egypt||Egyptian|Egyptians|Cairo
El Salvador||Salvadoran|Salvadorans|San Salvador
Equatorial Guinea||Equatoguinean|Equatoguineans|Malabo
Eritrea||Eritrean|Eritreans|Asmara
Estonia||Estonian|Estonians|Tallinn
Eswatini|Swaziland|Swazi|Swazis|Mbabane
Ethiopia||Ethiopian|Ethiopians|Addis Ababa
Fiji||Fijian|Fijians|Suva
Finland||Finnish|Finns|Helsinki
France||French|Frenchmen|Paris
Gabon||Gabonese||Libreville
Gambia|the Gambia|Gambian|Gambians|Banjul
Georgia||Georgian|Georgians|Tbilisi
Germany|Federal Republic of Germany|German|Germans|Berlin
Ghana||Ghanaian|Ghanaians|Accra
Greece||Greek|Greeks|Athens
Grenada||Grenadian|Grenadians|Saint George's
Guatemala||Guatemalan|Guatemalans|Guatemala City
Guinea||Guinean|Guineans|Conakry
Guinea-Bissau||Bissau-Guinean||Bissau
Guyana||Guyanese||Georgetown
Haiti||Haitian|Haitians|Port-au-Prince
Honduras||Honduran|Hondurans|Tegucigalpa
Hungary||Hungarian|Hungarians,Magyars|Budapest
Iceland||Icelandic|Icelanders|Reykjavik
India||Indian|Indians|New Delhi,Delhi
Indonesia||Indonesian|Indonesians|Jakarta
Iran|Persia,Islamic Republic of Iran|Iranian,Persian|Iranians,Persians|Tehran
Iraq||Iraqi|Iraqis|Baghdad
Ireland|Republic of Ireland,Eire|Irish|Irishmen|Dublin
Israel||Israeli|Israelis|Jerusalem
Italy||Italian|Italians|Rome
Ivory Coast|Cote d'Ivoire|Ivorian|Ivorians|Yamoussoukro,Abidjan
Jamaica||Jamaican|Jamaicans|Kingston
Japan||Japanese||Tokyo
Jordan||Jordanian|Jordanians|Amman
Kazakhstan||Kazakh,Kazakhstani|Kazakhs|Astana
Kenya||Kenyan|Kenyans|Nairobi
Kiribati||I-Kiribati||Tarawa
Kosovo||Kosovar,Kosovan|Kosovars,Kosovans|Pristina
Kuwait||Kuwaiti|Kuwaitis|Kuwait City
Kyrgyzstan||Kyrgyz||Bishkek
Laos||Lao,Laotian|Laotians|Vientiane
Latvia||Latvian|Latvians|Riga
Lebanon||Lebanese||Beirut
Lesotho||Basotho||Maseru
Liberia||Liberian|Liberians|Monrovia
Libya||Libyan|Libyans|Tripoli
Liechtenstein|||Liechtensteiners|Vaduz
Lithuania||Lithuanian|Lithuanians|Vilnius
Luxembourg||Luxembourgish|Luxembourgers|
Madagascar||Malagasy|Madagascans|Antananarivo
Malawi||Malawian|Malawians|Lilongwe
Malaysia||Malaysian|Malaysians|Kuala Lumpur
Maldives|the Maldives|Maldivian|Maldivians|Male
Mali||Malian|Malians|Bamako
Malta||Maltese||Valletta
Marshall Islands||Marshallese||Majuro
Mauritania||Mauritanian|Mauritanians|Nouakchott
Mauritius||Mauritian|Mauritians|Port Louis
Mexico||Mexican|Mexicans|Mexico City
Micronesia||Micronesian|Micronesians|Palikir
Moldova|Moldavia|Moldovan|Moldovans|Chisinau
Monaco||Monegasque|Monegasques|
Mongolia||Mongolian|Mongolians,Mongols|Ulaanbaatar
Montenegro||Montenegrin|Montenegrins|Podgorica
Morocco||Moroccan|Moroccans|Rabat
Mozambique||Mozambican|Mozambicans|Maputo
Myanmar|Burma|Burmese||Naypyidaw
Namibia||Namibian|Namibians|Windhoek
Nauru||Nauruan|Nauruans|Yaren
Nepal||Nepalese,Nepali|Nepalis|Kathmandu
Netherlands|the Netherlands,Holland|Dutch|Dutchmen|Amsterdam,The Hague
New Zealand||Kiwi|New Zealanders,Kiwis|Wellington
Nicaragua||Nicaraguan|Nicaraguans|Managua
Niger||Nigerien|Nigeriens|Niamey
Nigeria||Nigerian|Nigerians|Abuja
North Korea|DPRK|North Korean|North Koreans|Pyongyang
North Macedonia|Macedonia|Macedonian|Macedonians|Skopje
Norway||Norwegian|Norwegians|Oslo
Oman||Omani|Omanis|Muscat
Pakistan||Pakistani|Pakistanis|Islamabad
Palau||Palauan|Palauans|Ngerulmud
Palestine|Palestinian territories|Palestinian|Palestinians|Ramallah
Panama||Panamanian|Panamanians|Panama City
Papua New Guinea||Papua New Guinean|Papua New Guineans|Port Moresby
Paraguay||Paraguayan|Paraguayans|Asuncion
Peru||Peruvian|Peruvians|Lima
Philippines|the Philippines|Philippine,Filipino|Filipinos|Manila
Poland||Polish|Poles|Warsaw
Portugal||Portuguese||Lisbon
Qatar||Qatari|Qataris|Doha
Romania|Rumania|Romanian,Rumanian|Romanians|Bucharest
Russia|Russian Federation|Russian|Russians|Moscow
Rwanda||Rwandan|Rwandans|Kigali
Saint Kitts and Nevis||Kittitian|Kittitians|Basseterre
Saint Lucia||Saint Lucian|Saint Lucians|Castries
Samoa||Samoan|Samoans|Apia
San Marino||Sammarinese||
Saudi Arabia|the Kingdom|Saudi,Saudi Arabian|Saudis|Riyadh
Senegal||Senegalese||Dakar
Serbia||Serbian,Serb|Serbs,Serbians|Belgrade
Seychelles|the Seychelles|Seychellois||Victoria
Sierra Leone||Sierra Leonean|Sierra Leoneans|Freetown
Singapore||Singaporean|Singaporeans|
Slovakia|Slovak Republic|Slovak,Slovakian|Slovaks|Bratislava
Slovenia||Slovenian,Slovene|Slovenes,Slovenians|Ljubljana
Solomon Islands|||Solomon Islanders|Honiara
Somalia||Somali|Somalis|Mogadishu
South Africa||South African|South Africans|Pretoria
South Korea|Republic of Korea|South Korean|South Koreans|Seoul
South Sudan||South Sudanese||Juba
Spain||Spanish|Spaniards|Madrid
Sri Lanka|Ceylon|Sri Lankan|Sri Lankans|Colombo
Sudan||Sudanese||Khartoum
Suriname||Surinamese||Paramaribo
Sweden||Swedish|Swedes|Stockholm
Switzerland||Swiss||Bern,Berne
Syria||Syrian|Syrians|Damascus
Taiwan|Republic of China|Taiwanese||Taipei
Tajikistan||Tajik|Tajiks|Dushanbe
Tanzania||Tanzanian|Tanzanians|Dodoma
Thailand|Siam|Thai,Siamese|Thais|Bangkok
Togo||Togolese||Lome
Tonga||Tongan|Tongans|Nuku'alofa
Trinidad and Tobago|Trinidad|Trinidadian|Trinidadians|Port of Spain
Tunisia||Tunisian|Tunisians|Tunis
Turkey|Turkiye|Turkish|Turks|Ankara
Turkmenistan||Turkmen|Turkmens|Ashgabat
Tuvalu||Tuvaluan|Tuvaluans|Funafuti
Uganda||Ugandan|Ugandans|Kampala
Ukraine|the Ukraine|Ukrainian|Ukrainians|Kyiv,Kiev
United Arab Emirates|UAE,the Emirates|Emirati|Emiratis|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain|British|Britons,Brits|London
United States|US,U.S.,USA,U.S.A.,United States of America,America|American|Americans|Washington
Uruguay||Uruguayan|Uruguayans|Montevideo
Uzbekistan||Uzbek|Uzbeks|Tashkent
Vanuatu||Ni-Vanuatu||Port Vila
Vatican City|Vatican,the Vatican,Holy See|||
Venezuela||Venezuelan|Venezuelans|Caracas
Vietnam|Viet Nam|Vietnamese||Hanoi
Yemen||Yemeni|Yemenis|Sanaa,Sana'a
Zambia||Zambian|Zambians|Lusaka
Zimbabwe|Rhodesia|Zimbabwean|Zimbabweans|Harare
England||English|Englishmen|
Scotland||Scottish,Scots|Scots,Scotsmen|Edinburgh
Wales||Welsh|Welshmen|Cardiff
Northern Ireland|Ulster|Northern Irish||Belfast
Soviet Union|USSR,U.S.S.R.|Soviet|Soviets|
European Union|EU,E.U.|European||
""")
