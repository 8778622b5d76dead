import type { ChampsDeLot } from '#domain/lot-actes/acte-de-lot'
import { AVIS_PROPOSITION } from '#domain/proposition/proposition'
import { BASES_PROPOSITION } from '#domain/proposition/proposition-saisie'
import { LIBELLE_AVIS_PROPOSITION, LIBELLE_BASE_PROPOSITION } from '#libelles/proposition/proposition'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

/** What is proposed for many dossiers at once: an opinion, how each amount is found, and why. */
export const PropositionDeLot = ({ champs }: { champs: ChampsDeLot }) => (
  <>
    <ChampChoix id="avis" name="avis" label="Avis" defaultValue={champs.avis ?? 'FAVORABLE'} required>
      {AVIS_PROPOSITION.map((avis) => (
        <option key={avis} value={avis}>
          {LIBELLE_AVIS_PROPOSITION[avis]}
        </option>
      ))}
    </ChampChoix>
    <ChampChoix id="base" name="base" label="Montant proposé" defaultValue={champs.base ?? 'DEMANDE'} required>
      {BASES_PROPOSITION.map((base) => (
        <option key={base} value={base}>
          {LIBELLE_BASE_PROPOSITION[base]}
        </option>
      ))}
    </ChampChoix>
    <ChampTexte
      id="valeur"
      name="valeur"
      label="La part (en %) ou le montant (en €)"
      defaultValue={champs.valeur ?? ''}
      html={{ inputMode: 'decimal' }}
    />
    <ChampTexte
      id="motif"
      name="motif"
      label="Pourquoi (inutile pour un avis favorable sur tout le montant demandé)"
      multiline
      minRows={2}
      maxRows={8}
      defaultValue={champs.motif ?? ''}
    />
  </>
)
