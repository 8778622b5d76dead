import { expect, test } from 'vitest'
import { nommerVue, peutRetirerVue } from '#domain/bannette/vue-enregistree'

test('a view is its name and its filters, without the page one was on', () => {
  expect(
    nommerVue({ nom: '  Mes\t allemands ', recherche: '?vue=miens&page=2&pays=Allemagne', partagee: true }),
  ).toEqual({
    ok: true,
    value: { nom: 'Mes allemands', recherche: 'vue=miens&pays=Allemagne', partagee: true },
  })
  const reason = (nom: string, recherche = '') => nommerVue({ nom, recherche, partagee: false })
  expect(reason(' ')).toMatchObject({ ok: false, reason: 'SANS_NOM' })
  expect(reason('n'.repeat(61))).toMatchObject({ ok: false, reason: 'NOM_TROP_LONG' })
  expect(reason('n', `q=${'a'.repeat(1_500)}`)).toMatchObject({ ok: false, reason: 'TROP_LONGUE' })
})

test('its owner takes a view away, an ADMIN where it is shared', () => {
  const vue = { agentId: 'moi', partagee: true }
  expect(peutRetirerVue({ id: 'moi', role: 'LECTEUR' }, { ...vue, partagee: false })).toBe(true)
  expect(peutRetirerVue({ id: 'lui', role: 'RESPONSABLE' }, vue)).toBe(false)
  expect(peutRetirerVue({ id: 'lui', role: 'ADMIN' }, vue)).toBe(true)
  expect(peutRetirerVue({ id: 'lui', role: 'ADMIN' }, { ...vue, partagee: false })).toBe(false)
})
