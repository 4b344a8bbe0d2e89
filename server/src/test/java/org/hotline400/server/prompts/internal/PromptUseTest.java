package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.PromptUse;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@ServerTest
class PromptUseTest {
    private static final PromptName WELCOME = new PromptName("welcome");
    private static final PromptName CLOSED = new PromptName("system-closed");

    @Autowired
    private PromptVersions versions;

    @Autowired
    private Transactions transactions;

    @Autowired
    private ConfigurationChanges changes;

    @Autowired
    private Tenants tenants;

    private final PromptShelf shelf = new PromptShelf();
    private TenantId shop;
    private PromptLibrary library;

    /// A library under plans of the shop that play every prompt.
    @BeforeEach
    void aShopWithALivePlan() {
        shop = tenants.create("Mother and baby").id();
        PromptUse plans =
                (tenant, prompt) -> tenant.equals(shop) ? List.of("400-888-8888, step \"" + prompt + "\"") : List.of();
        var beans = new StaticListableBeanFactory();
        beans.addBean("plans", plans);
        library = new StoredPrompts(shelf, versions, transactions, beans.getBeanProvider(PromptUse.class), changes);
    }

    private void store(TenantId tenant, PromptName name, Language language) {
        byte[] wav = Wavs.tone(600, 8_000, 1, 1);
        library.put(tenant, new PromptLibrary.Upload(name, language, wav, "", "test"));
    }

    @Test
    void aPromptThatCallsAskForIsNotDeleted() {
        store(shop, WELCOME, Language.ZH);

        assertThat(library.delete(shop, WELCOME, Language.ZH))
                .isEqualTo(new PromptLibrary.StillInUse(List.of("400-888-8888, step \"welcome\"")));
        assertThat(shelf.find(shop, WELCOME, Language.ZH)).isPresent();
        assertThat(library.delete(shop, WELCOME, Language.EN)).isEqualTo(new PromptLibrary.NothingToDelete());
    }

    @Test
    void onePutInPlaceByAnotherNodeIsKeptThoughItsNewsIsStillOnTheWay() {
        store(shop, WELCOME, Language.ZH);
        shelf.replace(Map.of());

        assertThat(library.delete(shop, WELCOME, Language.ZH)).isInstanceOf(PromptLibrary.StillInUse.class);
    }

    @Test
    void itIsDeletedWhereAnotherIsHeardInstead() {
        store(shop, WELCOME, Language.ZH);
        store(shop, WELCOME, Language.EN);
        store(shop, CLOSED, Language.ZH);

        assertThat(library.delete(shop, WELCOME, Language.EN)).isEqualTo(new PromptLibrary.Deleted());
        assertThat(library.delete(shop, CLOSED, Language.ZH)).isEqualTo(new PromptLibrary.Deleted());
        assertThat(library.delete(shop, WELCOME, Language.ZH)).isInstanceOf(PromptLibrary.StillInUse.class);
    }

    @Test
    void thePlansOfOneTenantHoldNoPromptOfAnother() {
        TenantId rival = tenants.create("Rival").id();
        store(rival, WELCOME, Language.ZH);

        assertThat(library.delete(rival, WELCOME, Language.ZH)).isEqualTo(new PromptLibrary.Deleted());
    }
}
