import { useState } from 'react'
import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import type { ChampsDeLot } from '#domain/lot-actes/acte-de-lot'
import { direValeur } from '#domain/champ-du-service/valeur'
import { LIBELLE_TYPE_DE_CHAMP } from '#libelles/champ-du-service/champ'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

export type ChampOffert = { libelle: string; type: TypeDeChamp; choix: readonly string[] }

type Props = { champs: ChampsDeLot; service: readonly ChampOffert[] }

/** Which field of the service, by its name, and what goes in it on each dossier of the lot. */
export function ChampDeLot({ champs, service }: Props) {
  const [libelle, setLibelle] = useState(champs.champ ?? '')
  const choisi = service.find((un) => un.libelle === libelle)
  const choix = choisi?.type === 'OUI_NON' ? ['OUI', 'NON'] : (choisi?.choix ?? [])
  const avant = libelle === champs.champ ? (champs.valeur ?? '') : ''
  return (
    <>
      <ChampChoix
        id="champ"
        name="champ"
        label="Champ du service"
        value={libelle}
        onChange={({ target }) => setLibelle(target.value)}
        required
      >
        <RienDeChoisi />
        {service.map(({ libelle: un }) => (
          <option key={un} value={un}>
            {un}
          </option>
        ))}
      </ChampChoix>
      {choisi && choix.length > 0 && (
        <ChampChoix id="valeur" name="valeur" label="Ce qu’il contiendra" defaultValue={avant} key={libelle}>
          <option value="">Rien (le champ est vidé)</option>
          {choix.map((un) => (
            <option key={un} value={un}>
              {direValeur(choisi.type, un)}
            </option>
          ))}
        </ChampChoix>
      )}
      {choisi && choix.length === 0 && (
        <ChampTexte
          id="valeur"
          name="valeur"
          key={libelle}
          label="Ce qu’il contiendra"
          defaultValue={avant}
          helperText={`${LIBELLE_TYPE_DE_CHAMP[choisi.type]}. Laissé vide, le champ est vidé.`}
        />
      )}
    </>
  )
}
